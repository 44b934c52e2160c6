import { cx } from "@/components/ui/cx";
import { figure } from "@/lib/model/names";
import type { ObjectiveCount } from "@/lib/model/objective/objectives-now";

/** How many connections of an objective are on time, as a bar and in figures; those that promise nothing are left out. */
export function OnTimeBar({
  count: { on_time, late, never_synced },
  className,
}: {
  count: ObjectiveCount;
  className?: string;
}) {
  const all = on_time + late;
  return (
    <span className={cx("grid items-center gap-3", className)}>
      <span aria-hidden="true" className="flex h-1 gap-px overflow-hidden rounded-full bg-pressed">
        {on_time > 0 ? <span style={{ flexGrow: on_time }} className="bg-flow" /> : null}
        {late > 0 ? <span style={{ flexGrow: late }} className="st-broken min-w-1.5 bg-fill" /> : null}
      </span>
      <span className="min-w-16 whitespace-nowrap text-right text-ink-3">
        {all === 0 ? (
          never_synced > 0 ? (
            "never synced"
          ) : (
            "none"
          )
        ) : (
          <>
            <b className="font-medium text-ink">{figure(on_time)}</b> of {figure(all)}
          </>
        )}
      </span>
    </span>
  );
}
