import "server-only";
import type { ServerEvent } from "@/lib/model/snapshot";
import { singleton } from "@/lib/singleton";

type Hear = (event: ServerEvent) => void;

const listeners = (): Set<Hear> => singleton("hub", () => new Set<Hear>());

/** Gives an event to everyone in this process who listens. */
export function publish(event: ServerEvent): void {
  for (const hear of listeners()) hear(event);
}

export function publishDetails(connectionIds: Iterable<string>): void {
  for (const connection_id of connectionIds) publish({ type: "detail", connection_id });
}

/** @returns what ends the listening */
export function hearEvents(hear: Hear): () => void {
  listeners().add(hear);
  return () => listeners().delete(hear);
}
