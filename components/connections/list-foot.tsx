import type { Sort, SortKey } from "@/lib/model/connection-sort";
import { figure } from "@/lib/model/names";

const SORTED_BY: Record<SortKey, string> = {
  name: "name",
  health: "health, then name",
  service: "service, then name",
  destination: "destination, then name",
  success: "last success",
  fresh: "when the objective is missed",
  next: "next sync",
  every: "frequency, then name",
  since: "when the health was first seen",
};

/** What is shown of how many, in which order, and whether that order is still right. Stays at the foot of the window. */
export function ListFoot({
  shown,
  total,
  sort,
  displaced,
  onRefresh,
}: {
  shown: number;
  total: number;
  sort: Sort;
  displaced: number;
  onRefresh: () => void;
}) {
  return (
    <div className="sticky bottom-tabbar z-10 -mx-gutter mt-2 flex min-h-9 flex-wrap items-center gap-x-4 border-line border-t bg-surface px-gutter py-1.5 text-ink-3 text-xs">
      <span role="status">
        {shown === total ? figure(total) : `${figure(shown)} of ${figure(total)}`}{" "}
        {total === 1 ? "connection" : "connections"}
      </span>
      <span className="max-sm:hidden">
        Sorted by {SORTED_BY[sort.key]}
        {sort.descending ? ", reversed" : ""}
      </span>
      {displaced > 0 ? (
        <span>
          {displaced === 1 ? "1 row has" : `${figure(displaced)} rows have`} moved on since.{" "}
          <button type="button" onClick={onRefresh} className="link min-h-6 rounded-1">
            Refresh order
          </button>
        </span>
      ) : null}
    </div>
  );
}
