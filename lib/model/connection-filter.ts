import { type ConnectionIndex, destinationName, healthAt, serviceName } from "@/lib/model/connection-index";
import {
  type ConnectionQuery,
  fold,
  QUERY_KEYS,
  type QueryKey,
  textWords,
} from "@/lib/model/connection-query";
import { HEALTHS } from "@/lib/model/health";
import { scheduleOf, scheduleValue } from "@/lib/model/schedule-value";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** What one part of the filter costs: a key of tokens, or the text. */
export type FilterPart = QueryKey | "text";

export interface FilterResult {
  /** Positions of the rows that pass, in the snapshot's order. */
  matched: number[];
  /** Per key: how many rows each value has when the key itself is left out of the filter. */
  facets: Record<QueryKey, Map<string, number>>;
  /** How many rows there would be without that part; only parts that are in use. */
  without: Map<FilterPart, number>;
}

const HEALTH_WORDS: readonly string[] = HEALTHS;
const PARTS: readonly FilterPart[] = [...QUERY_KEYS, "text"];

/** Passes every row through the filter once; 5,000 rows take a few milliseconds. */
export function filterConnections(index: ConnectionIndex, query: ConnectionQuery): FilterResult {
  const tests = testsOf(index, query);
  const matched: number[] = [];
  const facets: FilterResult["facets"] = {
    health: new Map(HEALTHS.map((health) => [health, 0])),
    service: new Map(),
    destination: new Map(),
    schedule: new Map(),
    tag: new Map(),
    is: new Map(),
  };
  const spoiled = new Uint32Array(PARTS.length);
  index.rows.forEach((row, i) => {
    let failed = -1;
    let failures = 0;
    tests.forEach((test, part) => {
      if (test && !test(row, i)) {
        failed = part;
        failures++;
      }
    });
    if (failures > 1) return;
    if (failures === 0) matched.push(i);
    else spoiled[failed] = (spoiled[failed] ?? 0) + 1;
    QUERY_KEYS.forEach((key, part) => {
      if (failures === 0 || failed === part)
        for (const value of valuesOf(index, key, row, i))
          facets[key].set(value, (facets[key].get(value) ?? 0) + 1);
    });
  });
  const used = PARTS.map((part, i) => [part, i] as const).filter(([, i]) => tests[i]);
  return {
    matched,
    facets,
    without: new Map(used.map(([part, i]) => [part, matched.length + (spoiled[i] ?? 0)])),
  };
}

type RowTest = (row: ConnectionRow, position: number) => boolean;

function testsOf(index: ConnectionIndex, query: ConnectionQuery): (RowTest | null)[] {
  const { tokens } = query;
  const words = textWords(query);
  const allowed = new Set(tokens.health.map((value) => HEALTH_WORDS.indexOf(fold(value))));
  const services = resolve(tokens.service, ids(index, "service"), (id) => serviceName(index, id));
  const groups = resolve(tokens.destination, ids(index, "group_id"), (id) => destinationName(index, id));
  const schedules = new Set(tokens.schedule.map(scheduleValue));
  const tags = new Set(tokens.tag.map(fold));
  const kinds = new Set(tokens.is.map(fold));
  return [
    tokens.health.length ? (_, i) => allowed.has(index.health[i] ?? -1) : null,
    tokens.service.length ? (row) => services.has(row.service) : null,
    tokens.destination.length ? (row) => groups.has(row.group_id) : null,
    tokens.schedule.length
      ? (row) => schedules.has(scheduleOf(row)) || (schedules.has("auto") && row.schedule_type !== "manual")
      : null,
    tokens.tag.length ? (row) => tagsOf(index, row).some((tag) => tags.has(tag)) : null,
    tokens.is.length ? (row, i) => isOf(index, row, i).some((kind) => kinds.has(kind)) : null,
    words.length ? (_, i) => words.every((word) => index.haystack[i]?.includes(word)) : null,
  ];
}

function ids(index: ConnectionIndex, field: "service" | "group_id"): Set<string> {
  return new Set(index.rows.map((row) => row[field]));
}

/** A value names what has exactly this id or name; if nothing has, whatever contains it. */
function resolve(values: readonly string[], known: Set<string>, nameOf: (id: string) => string): Set<string> {
  const found = new Set<string>();
  const all = [...known].map((id) => ({ id, keys: [fold(id), fold(nameOf(id))] }));
  for (const wanted of values.map(fold)) {
    const exact = all.filter(({ keys }) => keys.includes(wanted));
    const hits = exact.length ? exact : all.filter(({ keys }) => keys.some((key) => key.includes(wanted)));
    for (const { id } of hits) found.add(id);
  }
  return found;
}

function isOf(index: ConnectionIndex, row: ConnectionRow, position: number): string[] {
  const kinds: string[] = [];
  if (row.is_historical_sync) kinds.push("historical");
  if (row.succeeded_at === null) kinds.push("never-synced");
  if (row.sync_state === "rescheduled") kinds.push("rescheduled");
  if (index.freshness?.late[position] === 1) kinds.push("late");
  return kinds;
}

const NO_TAGS: readonly string[] = [];

const tagsOf = (index: ConnectionIndex, row: ConnectionRow): readonly string[] =>
  index.annotations.get(row.id)?.tags ?? NO_TAGS;

function valuesOf(
  index: ConnectionIndex,
  key: QueryKey,
  row: ConnectionRow,
  position: number,
): readonly string[] {
  if (key === "health") return [healthAt(index, position)];
  if (key === "service") return [row.service];
  if (key === "destination") return [row.group_id];
  if (key === "schedule") return [scheduleOf(row)];
  if (key === "tag") return tagsOf(index, row);
  return isOf(index, row, position);
}
