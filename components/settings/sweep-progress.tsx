import { Progress } from "@/components/ui/progress";
import { figure } from "@/lib/model/names";

/** How far the first reading of the account is. */
export function SweepProgress({ done, total }: { done: number; total: number | null }) {
  return (
    <div className="grid gap-1.5">
      <p className="flex items-baseline gap-2">
        <span className="font-medium">Reading connections</span>
        <span className="ml-auto text-ink-3 text-xs">
          {total === null ? `${figure(done)} read` : `${figure(done)} of ${figure(total)}`}
        </span>
      </p>
      <Progress label="Connections read" done={done} total={total} />
    </div>
  );
}
