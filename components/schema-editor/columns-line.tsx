import { RefreshCw } from "lucide-react";
import { memo } from "react";
import type { ColumnLoad } from "@/components/schema-editor/column-load";
import { GRID_COLUMNS, INDENTS, ROW_HEIGHT } from "@/components/schema-editor/grid-columns";
import type { RowActs } from "@/components/schema-editor/row-acts";
import { cx } from "@/components/ui/cx";

export interface ColumnsLineProps {
  node: number;
  table: number;
  row: number;
  top: number;
  focusable: boolean;
  /** How many columns are known. */
  known: number;
  /** All of them were read; there are none. */
  complete: boolean;
  /** Why they cannot be read at all; null where they can. */
  unreadable: "name" | "deleted" | null;
  load: ColumnLoad["state"] | null;
  reason: string;
  acts: RowActs;
}

/** The line under an open table that says what is not known of its columns. */
export const ColumnsLine = memo(function ColumnsLine(props: ColumnsLineProps) {
  const { node, table, row, top, focusable, load, acts } = props;
  const words = wordsOf(props);
  const action =
    props.complete || props.unreadable || load === "loading" ? null : load ? "Try again" : "Load columns";
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-level={3}
      tabIndex={focusable ? 0 : -1}
      data-node={node}
      style={{ transform: `translateY(${top}px)` }}
      className={cx(
        "absolute inset-x-0 top-0 border-[color-mix(in_srgb,var(--line)_70%,transparent)] border-b focus-visible:z-[1]",
        ROW_HEIGHT,
      )}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={GRID_COLUMNS.length}
        className={cx("flex h-full min-w-0 items-center gap-2 pr-2 text-xs", INDENTS[3])}
      >
        {load === "loading" ? (
          <RefreshCw aria-hidden="true" className="size-3.5 shrink-0 animate-turn text-syncing-fill" />
        ) : (
          <span className="w-3.5 shrink-0" />
        )}
        <span
          role={load ? "status" : undefined}
          title={words}
          className={cx("truncate", load === "failed" ? "text-broken-text" : "text-ink-3")}
        >
          {words}
        </span>
        {action ? (
          <button
            type="button"
            tabIndex={focusable ? 0 : -1}
            onClick={() => acts.loadColumns(table)}
            className="link h-6 shrink-0"
          >
            {action}
          </button>
        ) : null}
      </div>
    </div>
  );
});

function wordsOf({ load, reason, known, complete, unreadable }: ColumnsLineProps): string {
  if (complete) return "No columns";
  if (unreadable === "name") return "Its columns cannot be read: the API has no address for this name";
  if (unreadable) return "Its columns cannot be read: the table is gone from the source";
  if (load === "loading") return "Reading its columns";
  if (load === "failed") return `Its columns could not be read: ${reason}`;
  return known === 0 ? "Its columns are not loaded" : "Only columns that were set are known";
}
