import "server-only";
import type { Told } from "@/lib/model/told-sync";

/** One thing seen or told of a connection's syncs. Each stands by itself, so they may come late, twice, or in any order. */
export type SyncFact = SeenFact | Told;

/** What looks at a connection show: no sync has a name there. */
export type SeenFact = Running | Exact | Stopped;

/** It ran at `seen` and, where known, did not at `not_before`. */
interface Running {
  kind: "running";
  seen: number;
  not_before: number | null;
}

/**
 * Fivetran gave the time of an end, on its own clock. The looks around it, on ours, put it in its place among
 * the other facts even when the two clocks disagree.
 */
export interface Exact {
  kind: "succeeded" | "failed";
  at: number;
  seen: number;
  not_before: number | null;
}

/** It ran at `not_before`, no longer at `seen`, and neither of Fivetran's two times moved. */
interface Stopped {
  kind: "stopped" | "canceled";
  seen: number;
  not_before: number;
}

/** A sync as looks alone tell it: what it was built from, and what follows. Times are epoch milliseconds. */
export interface SeenSync {
  start_seen: number | null;
  start_not_before: number | null;
  end_kind: Exclude<SeenFact["kind"], "running"> | null;
  end_exact: number | null;
  end_seen: number | null;
  end_not_before: number | null;

  started_at: number | null;
  started_exact: boolean;
  ended_at: number | null;
  ended_exact: boolean;
  outcome: "running" | "succeeded" | "failed" | "canceled" | "unknown";
  /** False for an end that an exact one already tells. */
  shown: boolean;
  /** Its latest fact, on our clock: the order of a connection's syncs. */
  point: number;
}

const ORDER = { running: 0, succeeded: 1, failed: 2, canceled: 3, stopped: 4 } as const;

/** Where a fact stands on our clock. */
export function pointOf(fact: SeenFact): number {
  if (!("at" in fact)) return fact.seen;
  return Math.min(Math.max(fact.at, fact.not_before ?? fact.at), fact.seen);
}

/** A total order, so that the same set of facts gives the same syncs whatever order they came in. */
function compare(a: SeenFact, b: SeenFact): number {
  const at = (fact: SeenFact) => ("at" in fact ? fact.at : 0);
  return (
    pointOf(a) - pointOf(b) ||
    ORDER[a.kind] - ORDER[b.kind] ||
    at(a) - at(b) ||
    a.seen - b.seen ||
    (a.not_before ?? -1) - (b.not_before ?? -1)
  );
}

/** The facts once each, in order; an exact end told by several looks lies between the narrowest two. */
function distinct(facts: readonly SeenFact[]): SeenFact[] {
  const exact = new Map<string, Exact>();
  const rest: SeenFact[] = [];
  for (const fact of facts) {
    if (!("at" in fact)) {
      rest.push(fact);
      continue;
    }
    const name = `${fact.kind} ${fact.at}`;
    const same = exact.get(name);
    exact.set(name, same ? narrower(same, fact) : fact);
  }
  const ordered = [...rest, ...exact.values()].sort(compare);
  return ordered.filter((fact, at) => {
    const last = ordered[at - 1];
    return !last || compare(last, fact) !== 0;
  });
}

function narrower(a: Exact, b: Exact): Exact {
  const not_before = Math.max(a.not_before ?? -1, b.not_before ?? -1);
  return { ...a, seen: Math.min(a.seen, b.seen), not_before: not_before < 0 ? null : not_before };
}

/**
 * The syncs that a set of facts tells of, oldest first: an end belongs to the start right before it. Pure in
 * the set: order and repetition of `facts` change nothing. Each fact stays in exactly one result.
 */
export function seenSyncs(facts: readonly SeenFact[]): SeenSync[] {
  const ordered = distinct(facts);
  const syncs: SeenSync[] = [];
  let exactEnd = Number.NEGATIVE_INFINITY;
  for (const [at, fact] of ordered.entries()) {
    if (fact.kind === "running") {
      const next = ordered[at + 1];
      if (!next || next.kind === "running") syncs.push(lone(fact, next === undefined));
      continue;
    }
    const last = ordered[at - 1];
    const start = last?.kind === "running" ? last : null;
    // The look that saw it running came before an end already known: this tells of the same end.
    const told = !start && !("at" in fact) && fact.not_before <= exactEnd;
    syncs.push(ended(start, fact, !told));
    if ("at" in fact) exactEnd = pointOf(fact);
  }
  return syncs;
}

function lone(start: Running, latest: boolean): SeenSync {
  return {
    start_seen: start.seen,
    start_not_before: start.not_before,
    end_kind: null,
    end_exact: null,
    end_seen: null,
    end_not_before: null,
    started_at: start.seen,
    started_exact: false,
    ended_at: null,
    ended_exact: false,
    outcome: latest ? "running" : "unknown",
    shown: true,
    point: start.seen,
  };
}

function ended(start: Running | null, end: Exact | Stopped, shown: boolean): SeenSync {
  const exact = "at" in end;
  const ended_at = exact ? end.at : end.seen;
  return {
    start_seen: start?.seen ?? null,
    start_not_before: start?.not_before ?? null,
    end_kind: end.kind,
    end_exact: exact ? end.at : null,
    end_seen: end.seen,
    end_not_before: end.not_before,
    // Two clocks that disagree must not show a sync that ends before it starts.
    started_at: start && start.seen <= ended_at ? start.seen : null,
    started_exact: false,
    ended_at,
    ended_exact: exact,
    outcome: end.kind === "stopped" ? "unknown" : end.kind,
    shown,
    point: pointOf(end),
  };
}

type Facts = Pick<
  SeenSync,
  "start_seen" | "start_not_before" | "end_kind" | "end_exact" | "end_seen" | "end_not_before"
>;

/** The looks a stored sync was built from. */
export function seenFactsOf(sync: Facts): SeenFact[] {
  const { start_seen, end_kind, end_exact, end_seen, end_not_before } = sync;
  const facts: SeenFact[] = [];
  if (start_seen !== null) {
    facts.push({ kind: "running", seen: start_seen, not_before: sync.start_not_before });
  }
  if (end_kind === null || end_seen === null) return facts;
  if (end_kind === "succeeded" || end_kind === "failed") {
    if (end_exact !== null) {
      facts.push({ kind: end_kind, at: end_exact, seen: end_seen, not_before: end_not_before });
    }
  } else {
    facts.push({ kind: end_kind, seen: end_seen, not_before: end_not_before ?? end_seen });
  }
  return facts;
}
