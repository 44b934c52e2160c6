import { type ConnectionIndex, countHealths, destinationName } from "@/lib/model/connection-index";
import { NEEDY_HEALTHS } from "@/lib/model/needs-person";

export interface DestinationSummary {
  group_id: string;
  name: string;
  /** Kind of warehouse; null where the key may not see it. */
  service: string | null;
  total: number;
  /** In the order of HEALTHS. */
  counts: Uint32Array;
  /** How many of them need a person. */
  needy: number;
}

/** Health by destination: most trouble first, then most connections, then by name. Empty destinations included. */
export function summariseDestinations(index: ConnectionIndex): DestinationSummary[] {
  const members = new Map<string, number[]>([...index.groups.keys()].map((id) => [id, []]));
  index.rows.forEach((row, position) => {
    const there = members.get(row.group_id);
    if (there) there.push(position);
    else members.set(row.group_id, [position]);
  });
  return [...members]
    .map(([group_id, positions]) => {
      const counts = countHealths(index, positions);
      return {
        group_id,
        name: destinationName(index, group_id),
        service: index.groups.get(group_id)?.service ?? null,
        total: positions.length,
        counts,
        needy: NEEDY_HEALTHS.reduce((sum, _, place) => sum + (counts[place] ?? 0), 0),
      };
    })
    .sort((a, b) => b.needy - a.needy || b.total - a.total || (a.name < b.name ? -1 : 1));
}
