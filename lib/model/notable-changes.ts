import type { StateChange } from "@/lib/model/snapshot";

/**
 * What is worth telling of many state changes: a sync that starts and ends well changes the health twice and
 * tells nothing, so `syncing` is looked through; a pause tells itself, so the health that follows it is left out.
 * @param changes newest first, as the server gives them
 * @returns newest first; `from` is the last health before the sync where one was looked through
 */
export function notableChanges(changes: readonly StateChange[]): StateChange[] {
  const settled = new Map<string, string>();
  const told: StateChange[] = [];
  for (const change of changes.toReversed()) {
    if (change.kind === "sync" || change.kind === "annotation") continue;
    if (change.kind !== "health") {
      told.push(change);
      continue;
    }
    const { connection_id, from, to } = change;
    if (from !== null && from !== "syncing") settled.set(connection_id, from);
    if (to === "syncing" || to === null) continue;
    const before = settled.get(connection_id) ?? null;
    settled.set(connection_id, to);
    if (before === to || ((before ?? "healthy") === "healthy" && to === "healthy")) continue;
    if (to === "paused" || (before === "paused" && to === "healthy")) continue;
    told.push(before === from ? change : { ...change, from: before });
  }
  return told.reverse();
}

/** By how much each health grew or shrank in these changes, arrivals and departures included. Right only if none is missing. */
export function netChanges(changes: readonly StateChange[]): Map<string, number> {
  const net = new Map<string, number>();
  const add = (health: string | null, by: number) => {
    if (health !== null) net.set(health, (net.get(health) ?? 0) + by);
  };
  for (const change of changes) {
    if (change.kind !== "health" && change.kind !== "appeared" && change.kind !== "vanished") continue;
    add(change.from, -1);
    add(change.to, 1);
  }
  return net;
}
