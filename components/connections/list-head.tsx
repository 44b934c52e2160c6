import { ArrowDown, ArrowUp } from "lucide-react";
import { COLUMNS, LINE, SELECT_CELL } from "@/components/connections/columns";
import { SelectBox } from "@/components/connections/select-box";
import { cx } from "@/components/ui/cx";
import { nextSort, type Sort } from "@/lib/model/connection-sort";

/** The heads of the columns, each of which sorts; they stay in sight while the page scrolls. */
export function ListHead({
  sort,
  selected,
  against,
  onSort,
}: {
  sort: Sort;
  /** How much of what is shown is selected. */
  selected: "none" | "some" | "all";
  /** Whether there are objectives to hold the last success against. */
  against: boolean;
  onSort: (sort: Sort) => void;
}) {
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  return (
    <div role="rowgroup" className="sticky top-topbar z-10 max-sm:hidden">
      <div
        role="row"
        aria-rowindex={1}
        className={cx(
          "h-[30px] rounded-t-[7px] border-line border-b bg-sunken font-medium text-2xs text-ink-3",
          LINE,
        )}
      >
        <div role="columnheader" className={SELECT_CELL}>
          <SelectBox
            label={selected === "all" ? "Select none" : "Select all shown"}
            checked={selected === "all"}
            mixed={selected === "some"}
            tabIndex={0}
          />
        </div>
        {COLUMNS.map((column) => {
          const { key } = column;
          if (key === "tags")
            return (
              <div key={key} role="columnheader" className={cx("min-w-0 truncate", column.className)}>
                {column.head}
              </div>
            );
          const fresh = key === "success" && against;
          const sorted = fresh ? "fresh" : key;
          const head = fresh ? "Against objective" : column.head;
          const here = sort.key === sorted;
          return (
            <div
              key={key}
              role="columnheader"
              aria-sort={here ? (sort.descending ? "descending" : "ascending") : undefined}
              className={cx("min-w-0", column.className)}
            >
              <button
                type="button"
                title={fresh ? "Since the last success, against the objective" : undefined}
                onClick={() => onSort(nextSort(sort, sorted))}
                className={cx(
                  "-mx-1 inline-flex h-6 max-w-full items-center gap-1 rounded-1 px-1 align-middle hover:text-ink",
                  here && "text-ink",
                )}
              >
                <span className="truncate">{head}</span>
                {here ? <Arrow aria-hidden="true" className="size-3 shrink-0" /> : null}
              </button>
            </div>
          );
        })}
        <div role="columnheader">
          <span className="sr-only">Actions</span>
        </div>
      </div>
    </div>
  );
}
