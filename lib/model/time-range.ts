const HOUR = 3_600_000;

/** A range that moves along with time, or one that stands. Epoch milliseconds; null for no bound. */
export type TimeRange = { last: LastRange } | { from: number | null; until: number | null };

export const LAST_RANGES = ["6h", "24h", "7d", "30d", "90d"] as const;
export type LastRange = (typeof LAST_RANGES)[number];

/** In milliseconds. */
export const LAST_LENGTHS: Record<LastRange, number> = {
  "6h": 6 * HOUR,
  "24h": 24 * HOUR,
  "7d": 168 * HOUR,
  "30d": 720 * HOUR,
  "90d": 2160 * HOUR,
};
export const LAST_WORDS: Record<LastRange, string> = {
  "6h": "Last 6 hours",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
  "90d": "Last 90 days",
};

export const ALL_TIME = { from: null, until: null } satisfies TimeRange;

/** "7d", "2026-11-01T00:00Z/2026-11-02T00:00Z", "/2026-11-02T00:00Z", "all": how an address spells a range. Null for none. */
export function parseRange(text: string): TimeRange | null {
  const last = LAST_RANGES.find((it) => it === text);
  if (last) return { last };
  if (text === "all") return ALL_TIME;
  const ends = text.split("/");
  if (ends.length !== 2) return null;
  const [from, until] = ends.map((end) => (end === "" ? null : Date.parse(end)));
  if (from === undefined || until === undefined || Number.isNaN(from) || Number.isNaN(until)) return null;
  if (from !== null && until !== null && until <= from) return null;
  return { from, until };
}

/** A range with an end at both sides, as a chart needs it; `usual` where an address spells none. */
export function parseClosedRange(text: string, usual: TimeRange): TimeRange {
  const told = parseRange(text) ?? usual;
  return "last" in told || (told.from !== null && told.until !== null) ? told : usual;
}

export function formatRange(range: TimeRange): string {
  if ("last" in range) return range.last;
  const end = (at: number | null) => (at === null ? "" : `${new Date(at).toISOString().slice(0, 16)}Z`);
  return range.from === null && range.until === null ? "all" : `${end(range.from)}/${end(range.until)}`;
}

/** What a range comes to at `now`. */
export function rangeBounds(range: TimeRange, now: number): { from: number | null; until: number | null } {
  return "last" in range ? { from: now - LAST_LENGTHS[range.last], until: null } : range;
}
