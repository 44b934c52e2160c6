import { ConnectionLine } from "@/components/connections/connection-line";
import { GroupLine } from "@/components/connections/group-line";
import type { LinePlace } from "@/components/connections/line-place";
import {
  type ConnectionIndex,
  countHealths,
  destinationName,
  serviceName,
} from "@/lib/model/connection-index";
import type { ListItem, ListOrder } from "@/lib/model/connection-list";

const NO_TAGS: readonly string[] = [];

/** One line of the list, with what the present snapshot says of it. */
export function GridLine({
  index,
  order,
  item,
  place,
  groupTotal,
  last,
  menu,
  selected,
  now,
}: {
  index: ConnectionIndex;
  order: ListOrder;
  item: ListItem;
  place: LinePlace;
  /** How many connections the group has, filter aside. */
  groupTotal: (key: string) => number | undefined;
  last: boolean;
  menu: boolean;
  selected: boolean;
  now: number;
}) {
  if (item.kind === "group") {
    const { group, open } = item;
    const positions = group.ids.flatMap((id) => index.position.get(id) ?? []);
    return (
      <GroupLine
        {...place}
        group={group}
        grouping={order.grouping}
        open={open}
        total={groupTotal(group.key) ?? group.ids.length}
        counts={countHealths(index, positions)}
        sub={order.grouping === "destination" ? (index.groups.get(group.key)?.service ?? null) : null}
      />
    );
  }
  const position = index.position.get(item.id);
  const row = position === undefined ? order.rows.get(item.id) : index.rows[position];
  if (!row) return null;
  return (
    <ConnectionLine
      {...place}
      row={row}
      gone={position === undefined}
      service={serviceName(index, row.service)}
      destination={destinationName(index, row.group_id)}
      time_zone_offset={index.groups.get(row.group_id)?.time_zone_offset ?? null}
      tags={index.annotations.get(row.id)?.tags ?? NO_TAGS}
      objective={index.freshness?.objective[position ?? -1] ?? null}
      late={index.freshness?.late[position ?? -1] === 1}
      level={order.grouping === "none" ? null : item.level}
      last={last}
      menu={menu}
      selected={selected}
      now={now}
    />
  );
}
