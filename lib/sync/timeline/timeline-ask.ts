import "server-only";
import { and, eq, gte, lt, lte, ne, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { TimelineItem, TimelineKind, TimelineQuery } from "@/lib/model/timeline";
import type { Db } from "@/lib/store/database";
import { LETTERS, type Place } from "@/lib/sync/timeline/timeline-place";
import { ELSEWHERE } from "@/lib/sync/who-did";

/** One page of one connection's timeline. */
export interface TimelineAsk extends TimelineQuery {
  upstream_id: number;
  connection_id: string;
  after: Place | null;
  limit: number;
}

/** What lies in the range and after the cursor, by the columns that hold a kind's time and number. */
export function within(
  ask: TimelineAsk,
  kind: TimelineKind,
  at: AnyPgColumn,
  id: AnyPgColumn,
): SQL | undefined {
  const { after, from, until } = ask;
  const letter = LETTERS[kind];
  const bounds = [from === null ? undefined : gte(at, from), until === null ? undefined : lt(at, until)];
  if (!after) return and(...bounds);
  if (letter < after.letter) return and(...bounds, lte(at, after.at));
  const later = letter === after.letter ? and(eq(at, after.at), lt(id, after.id)) : undefined;
  return and(...bounds, later ? or(lt(at, after.at), later) : lt(at, after.at));
}

/** Null where nothing of that kind is anybody's doing. */
export function byActor({ actor }: TimelineAsk, column: AnyPgColumn): SQL | undefined {
  if (actor === null) return undefined;
  return actor === "here" ? ne(column, ELSEWHERE) : eq(column, actor);
}

/** The items of one kind, one more than the page holds at the most. */
export type ReadTimeline = (db: Db, ask: TimelineAsk) => Promise<TimelineItem[]>;
