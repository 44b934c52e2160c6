import { memo } from "react";
import { GRID_COLUMNS, GRID_LINE, ROW_HEIGHT } from "@/components/schema-editor/grid-columns";
import type { RowActs } from "@/components/schema-editor/row-acts";
import { HashCell, ModeCell, NameCell, NoteCell, SyncCell } from "@/components/schema-editor/row-cells";
import type { RowFacts } from "@/components/schema-editor/row-facts";
import type { DraftLook } from "@/components/schema-editor/row-note";
import { cx } from "@/components/ui/cx";

export interface SchemaRowProps extends RowFacts {
  node: number;
  /** From 0. */
  row: number;
  /** Distance from the top of the rows in pixels. */
  top: number;
  /** Among its siblings. */
  index: number;
  size: number;
  /** Null where there is nothing below it. */
  open: boolean | null;
  selected: boolean;
  focusable: boolean;
  canEditKeys: boolean;
  acts: RowActs;
}

const DRAFTS: Record<DraftLook, string> = {
  added: "bg-(--added-soft) shadow-[inset_3px_0_0_var(--healthy-fill)]",
  removed: "bg-(--removed-soft) shadow-[inset_3px_0_0_var(--broken-fill)]",
  hash: "bg-accent-soft shadow-[inset_3px_0_0_var(--accent)]",
  other: "bg-(--changed-soft) shadow-[inset_3px_0_0_var(--delayed-fill)]",
};

const CELLS = {
  name: "h-full",
  sync: "px-1 @min-[560px]:px-2",
  hash: "px-1 @min-[560px]:px-2",
  mode: "truncate px-2 text-ink-2 text-xs",
  destination: "mono truncate px-2 text-2xs text-ink-3",
  note: "truncate px-2 text-ink-3 text-xs",
} as const;

/** One schema, table or column. */
export const SchemaRow = memo(function SchemaRow(props: SchemaRowProps) {
  const { node, row, top, index, size, open, selected, focusable, canEditKeys, acts, ...facts } = props;
  const cell = { node, facts, acts, tabIndex: focusable ? 0 : -1 } as const;
  const cells = {
    name: <NameCell {...cell} open={open} selected={selected} canEditKeys={canEditKeys} />,
    sync: <SyncCell {...cell} />,
    hash: <HashCell {...cell} />,
    mode: <ModeCell {...cell} />,
    destination: facts.destination ? <bdi title={facts.destination}>{facts.destination}</bdi> : null,
    note: facts.noteWords ? <NoteCell words={facts.noteWords} look={facts.noteLook} /> : null,
  };
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-level={facts.level}
      aria-posinset={index}
      aria-setsize={size}
      aria-expanded={open ?? undefined}
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      data-node={node}
      style={{ transform: `translateY(${top}px)` }}
      className={cx(
        "group absolute inset-x-0 top-0 border-[color-mix(in_srgb,var(--line)_70%,transparent)] border-b focus-visible:z-[1]",
        ROW_HEIGHT,
        GRID_LINE,
        facts.draft
          ? DRAFTS[facts.draft]
          : selected
            ? "bg-[color-mix(in_srgb,var(--accent-soft)_55%,transparent)]"
            : "hover:bg-hover",
      )}
    >
      {GRID_COLUMNS.map(({ key, className }, column) => (
        <div
          key={key}
          role="gridcell"
          aria-colindex={column + 1}
          className={cx("min-w-0", CELLS[key], className)}
        >
          {cells[key]}
        </div>
      ))}
    </div>
  );
});
