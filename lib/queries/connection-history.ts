import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { SyncDay } from "@/lib/model/charts/sync-days";
import type { SyncDurations } from "@/lib/model/charts/sync-durations";
import type { HealthOverTime } from "@/lib/model/health-over-time";
import type { TimelineItem, TimelinePage, TimelineQuery } from "@/lib/model/timeline";
import { get } from "@/lib/queries/fetcher";

const base = (id: string) => `/api/connections/${encodeURIComponent(id)}`;

/** A range that moves with time is part of the key by its name, so that a page is not read anew each second. */
export interface TimelineAsk extends Omit<TimelineQuery, "from" | "until"> {
  range: string;
  bounds: () => Pick<TimelineQuery, "from" | "until">;
}

/** What happened to a connection, newest first, page by page. */
export function connectionTimeline(id: string, { kinds, actor, range, bounds }: TimelineAsk) {
  return infiniteQueryOptions({
    queryKey: ["connection", id, "history", { kinds: [...kinds].sort(), actor, range }],
    queryFn: ({ signal, pageParam }) =>
      get<TimelinePage>(
        `${base(id)}/history?${search({ kinds, actor, ...bounds() }, pageParam, 50)}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** Whether a key is that of a history which alerts stand in. */
export const hasAlerts = ([first, , third, ask]: readonly unknown[]): boolean =>
  first === "connection" &&
  third === "history" &&
  (ask as Pick<TimelineAsk, "kinds"> | undefined)?.kinds.includes("alert") === true;

/** The same to its end, or to `most` items. */
export async function wholeTimeline(id: string, query: TimelineQuery, most: number): Promise<TimelineItem[]> {
  const items: TimelineItem[] = [];
  for (let cursor: string | null = null; items.length < most; ) {
    const page: TimelinePage = await get<TimelinePage>(`${base(id)}/history?${search(query, cursor, 200)}`);
    items.push(...page.items);
    cursor = page.next_cursor;
    if (cursor === null) break;
  }
  return items.slice(0, most);
}

function search({ kinds, actor, from, until }: TimelineQuery, cursor: string | null, limit: number): string {
  const params = new URLSearchParams({ kinds: kinds.join(","), limit: String(limit) });
  if (actor !== null) params.set("actor", actor);
  if (from !== null) params.set("from", String(from));
  if (until !== null) params.set("until", String(until));
  if (cursor !== null) params.set("cursor", cursor);
  return params.toString();
}

/** How a connection was over the last days. */
export function connectionHealth(id: string, days: number) {
  return queryOptions({
    queryKey: ["connection", id, "health", days],
    queryFn: ({ signal }) => get<HealthOverTime>(`${base(id)}/health?days=${days}`, signal),
    staleTime: 30_000,
  });
}

/** How long its syncs took over a range, in whole pieces of time. Epoch milliseconds. */
export function syncDurations(id: string, ask: { from: number; until: number; step: number }) {
  const { from, until, step } = ask;
  return queryOptions({
    queryKey: ["connection", id, "durations", step, from, until],
    queryFn: ({ signal }) =>
      get<SyncDurations>(`${base(id)}/durations?from=${from}&until=${until}&step=${step}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

/** How its syncs ended on each day of thirteen weeks; `zone` is a name that the server knows too. */
export function syncDays(id: string, zone: string) {
  return queryOptions({
    queryKey: ["connection", id, "days", zone],
    queryFn: ({ signal }) => get<SyncDay[]>(`${base(id)}/days?zone=${encodeURIComponent(zone)}`, signal),
    staleTime: 30_000,
  });
}
