"use client";
import { Ellipsis } from "lucide-react";
import { memo } from "react";
import { COLUMNS, LINE, LINE_HEIGHT, SELECT_CELL } from "@/components/connections/columns";
import { FreshCell } from "@/components/connections/fresh-cell";
import { HealthCell, NameCell, NextCell, SinceCell, TagsCell } from "@/components/connections/line-cells";
import type { LinePlace } from "@/components/connections/line-place";
import { SelectBox } from "@/components/connections/select-box";
import { cx } from "@/components/ui/cx";
import type { Objective } from "@/lib/model/objective/objective";
import { everyWords } from "@/lib/model/schedule-value";
import type { ConnectionRow } from "@/lib/model/snapshot";

export interface ConnectionLineProps extends LinePlace {
  row: ConnectionRow;
  service: string;
  destination: string;
  tags: readonly string[];
  objective: Objective | null;
  /** Later than its objective allows. */
  late: boolean;
  time_zone_offset: string | null;
  /** The row has left the account since the order was made. */
  gone: boolean;
  /** 1, or 2 under a group's head; null in a list without groups. */
  level: number | null;
  last: boolean;
  now: number;
  selected: boolean;
  /** Whether its menu is open. */
  menu: boolean;
}

/** One connection: a line of the table, or a card of two lines on a phone. */
export const ConnectionLine = memo(function ConnectionLine(props: ConnectionLineProps) {
  const { row, service, destination, tags, gone, focusable, now } = props;
  const cells = {
    name: <NameCell row={row} service={service} gone={gone} focusable={focusable} />,
    health: <HealthCell row={row} now={now} gone={gone} />,
    service: (
      <span title={`${service} to ${destination}`}>
        <bdi>{service}</bdi>
        <span className="text-ink-3 sm:hidden">
          {" "}
          to <bdi className="mono">{destination}</bdi>
        </span>
      </span>
    ),
    destination: (
      <bdi className="mono" title={destination}>
        {destination}
      </bdi>
    ),
    success: gone ? null : <FreshCell row={row} objective={props.objective} late={props.late} now={now} />,
    next: gone ? null : <NextCell row={row} now={now} time_zone_offset={props.time_zone_offset} />,
    every: everyWords(row),
    tags: tags.length > 0 ? <TagsCell tags={tags} /> : null,
    since: gone ? null : <SinceCell row={row} now={now} />,
  };
  return (
    <div
      role="row"
      aria-rowindex={props.line}
      aria-level={props.level ?? undefined}
      aria-selected={props.selected}
      tabIndex={focusable ? 0 : -1}
      data-item={row.id}
      style={{ transform: `translateY(${props.top}px)` }}
      className={cx(
        "group absolute inset-x-0 top-0 cursor-pointer focus-visible:z-[1]",
        !props.last && "border-[color-mix(in_srgb,var(--line)_75%,transparent)] border-b",
        props.selected ? "bg-accent-soft" : "hover:bg-hover",
        gone && "opacity-60",
        LINE_HEIGHT,
        LINE,
      )}
    >
      <div role="gridcell" className={SELECT_CELL}>
        <SelectBox label={`Select ${row.schema}`} checked={props.selected} />
      </div>
      {COLUMNS.map(({ key, className }) => (
        <div key={key} role="gridcell" className={cx("min-w-0 truncate text-ink-2", className)}>
          {cells[key]}
        </div>
      ))}
      <div
        role="gridcell"
        className="flex justify-end max-sm:col-start-4 max-sm:row-span-2 max-sm:row-start-1 max-sm:self-center"
      >
        {gone ? null : (
          <button
            type="button"
            aria-label={`Actions for ${row.schema}`}
            title={`Actions for ${row.schema}`}
            aria-haspopup="menu"
            aria-expanded={props.menu}
            tabIndex={focusable ? 0 : -1}
            className="inline-grid size-6 place-items-center rounded-2 text-ink-3 hover:bg-pressed hover:text-ink aria-expanded:bg-pressed max-sm:size-9"
          >
            <Ellipsis aria-hidden="true" className="icon-sm" />
          </button>
        )}
      </div>
    </div>
  );
});
