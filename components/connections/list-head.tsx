import { ArrowDown, ArrowUp } from "lucide-react";
import { COLUMNS, LINE } from "@/components/connections/columns";
import { cx } from "@/components/ui/cx";
import { nextSort, type Sort } from "@/lib/model/connection-sort";

/** The heads of the columns, each of which sorts; they stay in sight while the page scrolls. */
export function ListHead({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
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
        {COLUMNS.map((column) => {
          const { key } = column;
          if (key === "tags")
            return (
              <div key={key} role="columnheader" className={cx("min-w-0 truncate", column.className)}>
                {column.head}
              </div>
            );
          const here = sort.key === key;
          return (
            <div
              key={key}
              role="columnheader"
              aria-sort={here ? (sort.descending ? "descending" : "ascending") : undefined}
              className={cx("min-w-0", column.className)}
            >
              <button
                type="button"
                onClick={() => onSort(nextSort(sort, key))}
                className={cx(
                  "-mx-1 inline-flex h-6 max-w-full items-center gap-1 rounded-1 px-1 align-middle hover:text-ink",
                  here && "text-ink",
                )}
              >
                <span className="truncate">{column.head}</span>
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
