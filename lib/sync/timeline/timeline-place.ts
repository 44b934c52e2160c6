import "server-only";
import { AppError } from "@/lib/errors";
import type { TimelineKind } from "@/lib/model/timeline";

/** A place in the timeline: of two things at one time the one with the later letter and number comes first. */
export interface Place {
  at: number;
  letter: string;
  id: number;
}

/** Sorts kinds at one time, and tells them apart in a key. */
export const LETTERS = {
  sync: "s",
  health: "h",
  settings: "c",
  schema: "r",
  alert: "l",
  action: "a",
  gap: "g",
} as const satisfies Record<TimelineKind, string>;

/** What tells an item apart and where it stands; `placeOf` reads it. */
export const keyOf = (kind: TimelineKind, at: number, id: number): string => `${at}-${LETTERS[kind]}${id}`;

/** @throws AppError `invalid` for a key that is none */
export function placeOf(key: string): Place {
  const [, at, letter, id] = /^(\d{1,15})-([acghlrs])(\d{1,15})$/.exec(key) ?? [];
  if (!letter)
    throw new AppError("invalid", "This page of the history cannot be asked for. Begin with the first.");
  return { at: Number(at), letter, id: Number(id) };
}

/** Below zero where `a` is the older. */
export const comparePlaces = (a: Place, b: Place): number =>
  a.at - b.at || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : a.id - b.id);
