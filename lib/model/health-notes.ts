import type { ConnectionIndex } from "@/lib/model/connection-index";
import { HEALTHS, type Health } from "@/lib/model/health";
import { figure, percentOf } from "@/lib/model/names";
import { NEEDY_HEALTHS } from "@/lib/model/needs-person";
import { netChanges } from "@/lib/model/notable-changes";
import type { StateChange } from "@/lib/model/snapshot";

/**
 * A few words beside a health's count: by how much it grew in the last day as far as we saw, how many of the
 * running syncs are historical, the share of healthy ones.
 * @param changes all of the last day, or none where some may be missing
 */
export function healthNotes(
  index: ConnectionIndex,
  counts: Uint32Array,
  changes: readonly StateChange[],
): Map<Health, string> {
  const notes = new Map<Health, string>();
  const net = netChanges(changes);
  for (const health of NEEDY_HEALTHS) {
    const by = net.get(health) ?? 0;
    if (by !== 0) notes.set(health, `${by > 0 ? "+" : "−"}${figure(Math.abs(by))} in 24 h`);
  }
  const syncing = HEALTHS.indexOf("syncing");
  const historical = index.rows.filter(
    (row, i) => index.health[i] === syncing && row.is_historical_sync,
  ).length;
  if (historical > 0) notes.set("syncing", `${figure(historical)} historical`);
  const healthy = counts[HEALTHS.indexOf("healthy")] ?? 0;
  if (healthy > 0) notes.set("healthy", percentOf(healthy, index.rows.length));
  return notes;
}
