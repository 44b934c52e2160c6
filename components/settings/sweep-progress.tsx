import { Progress } from "@/components/ui/progress";
import { countOf, figure } from "@/lib/model/names";

/** How far the first reading of the account is. */
export function SweepProgress({ done, total }: { done: number; total: number | null }) {
  return (
    <div className="grid gap-1.5">
      <p className="flex items-baseline gap-2">
        <span className="font-medium">Reading connections</span>
        <span className="ml-auto text-ink-3 text-xs">
          {total === null ? `${countOf(done, "page")} read` : `${figure(done)} of ${countOf(total, "page")}`}
        </span>
      </p>
      <Progress label="Pages of connections read" done={done} total={total} />
    </div>
  );
}
