import "server-only";
import type { ServerEvent } from "@/lib/model/snapshot";
import { singleton } from "@/lib/singleton";
import { memory } from "@/lib/sync/memory";

type Hear = (event: ServerEvent) => void;

const listeners = (): Set<Hear> => singleton("hub", () => new Set<Hear>());

/** Gives an event to everyone in this process who listens. */
export function publish(event: ServerEvent): void {
  for (const hear of listeners()) hear(event);
}

/** More connections than this, and pages read anew whatever they show. */
export const MANY_DETAILS = 100;

/** Has pages of these connections ask for their details again. */
export function publishDetails(connectionIds: readonly string[]): void {
  if (connectionIds.length > MANY_DETAILS) publish({ type: "reload", version: memory().version });
  else for (const connection_id of connectionIds) publish({ type: "detail", connection_id });
}

/** @returns what ends the listening */
export function hearEvents(hear: Hear): () => void {
  listeners().add(hear);
  return () => listeners().delete(hear);
}
