import "server-only";

const HOUR = 3_600_000;
const MOST_PER_HOUR = 400;
const PART_OF_QUOTA = 0.05;
/** Fivetran's smallest quota, a trial's, until an answer has said what ours is (D: rest-api/rate-limiting). */
const SMALLEST_QUOTA = 500;
/** Groups, destinations and webhooks, once an hour. */
const LIST_CALLS = 3;
export const DETAIL_GAP_MS = 5000;
const HINT_GAP_MS = 1000;

export interface Plan {
  /** Upstream calls per hour for sweeps and watched details together. */
  budget_per_hour: number;
  /** From the start of one sweep to the start of the next. */
  interval_ms: number;
  /** The part of the budget that single connections get. */
  details_per_hour: number;
}

/**
 * What the poller may spend: 5 % of X-Rate-Limit, at most 400 calls an hour. Half of it goes to sweeps, evenly;
 * the other half to single connections, so that neither starves the other.
 * @param limit X-Rate-Limit, null while unknown
 * @param sweep_calls what one sweep costs: a call per thousand connections
 * @param fixed_ms an interval set by the operator, which then stands instead
 */
export function planPolling(limit: number | null, sweep_calls: number, fixed_ms?: number): Plan {
  const budget = Math.max(1, Math.min(Math.floor((limit ?? SMALLEST_QUOTA) * PART_OF_QUOTA), MOST_PER_HOUR));
  const details = Math.floor(budget / 2);
  const sweeps = Math.max(1, budget - details - LIST_CALLS);
  const interval_ms = fixed_ms ?? Math.ceil((HOUR * Math.max(1, sweep_calls)) / sweeps);
  return { budget_per_hour: budget, interval_ms, details_per_hour: details };
}

/** Calls saved up for single connections. */
export interface Purse {
  calls: number;
  /** When `calls` was right. */
  at: number;
}

/**
 * Fills a purse by what has come in since. It holds half an hour's share and gains the other half in an hour, so
 * that no hour, wherever it begins, sees more than the whole share.
 */
export function fillPurse(purse: Purse, details_per_hour: number, now: number): Purse {
  const most = details_per_hour / 2;
  const gained = (Math.max(0, now - purse.at) / HOUR) * most;
  return { calls: Math.min(most, Math.max(0, purse.calls) + gained), at: now };
}

/** What the last holder had left; a first holder starts with a little, so that an open page is read at once. */
export function purseLeft(state: unknown, now: number): Purse {
  if (typeof state === "object" && state !== null && "calls" in state && "at" in state) {
    return { calls: Number(state.calls), at: Number(state.at) };
  }
  return { calls: 10, at: now };
}

/** How long until the purse holds a whole call. */
export function purseWait(purse: Purse, details_per_hour: number): number {
  if (purse.calls >= 1) return 0;
  return details_per_hour < 2 ? HOUR : Math.ceil(((1 - purse.calls) * HOUR) / (details_per_hour / 2));
}

export interface Candidate {
  id: string;
  /** Someone has its page open. */
  watched: boolean;
  /** A webhook has spoken of it since; otherwise it is only syncing. */
  hinted?: boolean;
  /** When its details were last asked for; 0 for never. */
  read_at: number;
}

/** So many calls webhooks leave to the pages that are open. */
const keptForPages = (details_per_hour: number): number => Math.min(5, details_per_hour / 8);

/**
 * Whose turn it is: of the watched ones the one that has waited longest, then of those that webhooks spoke of, and of
 * the syncing ones only while the purse is more than half full, since sweeps show those as well. None is read more often
 * than once in 5 s, or in 1 s where a webhook says that there is something to see.
 * @returns who, or how many milliseconds nobody's turn comes
 */
export function nextDetail(
  candidates: readonly Candidate[],
  purse: Purse,
  details_per_hour: number,
  now: number,
): { id: string } | { wait: number } {
  const full = purse.calls > details_per_hour / 4;
  const spare = purse.calls > keptForPages(details_per_hour);
  const eligible = candidates.filter((it) => it.watched || (it.hinted && spare) || full);
  if (eligible.length === 0) return { wait: Number.POSITIVE_INFINITY };
  const [ready] = eligible
    .filter((it) => now - it.read_at >= gapOf(it))
    .sort((a, b) => rank(b) - rank(a) || a.read_at - b.read_at || (a.id < b.id ? -1 : 1));
  if (ready && purse.calls >= 1) return { id: ready.id };
  const soonest = Math.min(...eligible.map((it) => it.read_at + gapOf(it))) - now;
  return { wait: Math.max(1, soonest, purseWait(purse, details_per_hour)) };
}

const gapOf = ({ hinted }: Candidate): number => (hinted ? HINT_GAP_MS : DETAIL_GAP_MS);

/** A page that is open and has something new to show comes first. */
const rank = ({ watched, hinted }: Candidate): number => Number(watched) * 2 + Number(hinted ?? false);

/**
 * Whether one sweep shows all that webhooks spoke of for fewer calls than looking at each, and the purse can spare it:
 * a thousand syncs that end at once cost a page, not a thousand calls.
 */
export function sweepInstead(
  hinted: number,
  sweep_calls: number,
  purse: Purse,
  details_per_hour: number,
): boolean {
  return hinted > Math.max(5, sweep_calls) && purse.calls >= sweep_calls + keptForPages(details_per_hour);
}
