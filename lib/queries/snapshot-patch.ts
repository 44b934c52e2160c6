import type { AccountSnapshot, ConnectionRow, ServerEvent } from "@/lib/model/snapshot";

export type ConnectionsEvent = Extract<ServerEvent, { type: "connections" }>;

/** Applies a stream event to the snapshot it follows; an event the snapshot already holds changes nothing. */
export function patchSnapshot(snapshot: AccountSnapshot, event: ConnectionsEvent): AccountSnapshot {
  if (event.version <= snapshot.version) return snapshot;
  const changed = new Map(event.upsert.map((row) => [row.id, row]));
  const removed = new Set(event.remove);
  const kept = snapshot.connections.flatMap((row) => {
    if (removed.has(row.id)) return [];
    const next = changed.get(row.id);
    changed.delete(row.id);
    return [next ?? row];
  });
  return { ...snapshot, version: event.version, connections: [...kept, ...changed.values()] };
}

/** Changes some fields of one row, as an optimistic edit does. */
export function patchRow(
  snapshot: AccountSnapshot,
  id: string,
  fields: Partial<ConnectionRow>,
): AccountSnapshot {
  return {
    ...snapshot,
    connections: snapshot.connections.map((row) => (row.id === id ? { ...row, ...fields } : row)),
  };
}

/**
 * The last events of the stream. A snapshot that was asked for before an event and arrives after it would
 * silently undo it, so what arrives is brought up to date with `replay`.
 */
export class EventLog {
  private readonly events: ConnectionsEvent[] = [];

  constructor(private readonly capacity = 200) {}

  add(event: ConnectionsEvent): void {
    this.events.push(event);
    if (this.events.length > this.capacity) this.events.shift();
  }

  replay(snapshot: AccountSnapshot): AccountSnapshot {
    return this.events.reduce(patchSnapshot, snapshot);
  }

  clear(): void {
    this.events.length = 0;
  }
}
