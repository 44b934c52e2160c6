import { GRID_COLUMNS, GRID_LINE } from "@/components/schema-editor/grid-columns";
import { cx } from "@/components/ui/cx";

/** The heads of the columns; they stay in sight while rows scroll. */
export function GridHead() {
  return (
    <div role="rowgroup" className="sticky top-0 z-10">
      <div
        role="row"
        aria-rowindex={1}
        className={cx("h-[30px] border-line border-b bg-sunken font-medium text-2xs text-ink-3", GRID_LINE)}
      >
        {GRID_COLUMNS.map(({ key, head, className }, column) => (
          <div
            key={key}
            role="columnheader"
            aria-colindex={column + 1}
            className={cx(
              "min-w-0 truncate",
              key === "name" ? "pl-8.5" : "@min-[560px]:px-2 px-1",
              className,
            )}
          >
            {head}
          </div>
        ))}
      </div>
    </div>
  );
}
