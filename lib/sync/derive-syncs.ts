import "server-only";
import type { SyncRow } from "@/lib/model/snapshot";
import type { Told } from "@/lib/model/told-sync";
import { type SeenFact, type SeenSync, type SyncFact, seenFactsOf, seenSyncs } from "@/lib/sync/sync-facts";
import { type NamedSync, namedSyncs, partOf, reaches } from "@/lib/sync/told-syncs";

/** What is known of one sync, and what follows from it; one row of the store. Times are epoch milliseconds. */
export interface DerivedSync extends Omit<SeenSync, "outcome"> {
  outcome: SyncRow["outcome"];
  /** Fivetran's name for it; null where only looks tell of it. */
  sync_id: string | null;
  /** What the sources that name it said; null without a name. */
  told: Told[] | null;
  /** The named sync that tells it better, which is then the one to show. */
  part_of: string | null;
  reason: string | null;
  /** Who told of it: "history webhook poll". */
  sources: string;
  /** The earliest time it tells of. */
  since: number;
}

/**
 * The syncs that a set of facts tells of. What looks saw of a named sync stays a row of its own that is not shown.
 * Pure in the set: order and repetition change nothing, and `factsOfSync` of all rows gives the same rows again.
 * @param standing parts of named syncs from before the facts at hand
 */
export function deriveSyncs(facts: readonly SyncFact[], standing: readonly SeenSync[] = []): DerivedSync[] {
  const looks = facts.filter((fact): fact is SeenFact => fact.kind !== "told");
  const named = namedSyncs(facts.filter((fact): fact is Told => fact.kind === "told"));
  const seen = seenSyncs(looks);
  const all = [...standing, ...seen];
  const among = reaches(named, all);
  const names = new Map(all.map((sync) => [sync, partOf(sync, among)]));
  const parts = new Map<string, SeenSync[]>(named.map((sync) => [sync.sync_id, []]));
  for (const [sync, name] of names) if (name !== null) parts.get(name)?.push(sync);
  const last = named.at(-1);
  const passedBy = last && all.some((it) => it.point > last.lo && names.get(it) !== last.sync_id);
  const rows = seen.map((sync): DerivedSync => {
    const part_of = names.get(sync) ?? null;
    const passed = sync.outcome === "running" && named.some((it) => it.lo > sync.point);
    return {
      ...sync,
      outcome: passed ? "unknown" : sync.outcome,
      shown: sync.shown && part_of === null,
      sync_id: null,
      told: null,
      part_of,
      reason: null,
      sources: "poll",
      since: Math.min(sync.start_seen ?? sync.point, sync.point),
    };
  });
  return [
    ...rows,
    ...named.map((sync) => rowOfNamed(sync, parts.get(sync.sync_id) ?? [], sync === last && !passedBy)),
  ];
}

function rowOfNamed(sync: NamedSync, own: readonly SeenSync[], latest: boolean): DerivedSync {
  const ordered = own.toSorted((a, b) => a.point - b.point);
  const end = endOf(sync, ordered, latest);
  return {
    start_seen: null,
    start_not_before: null,
    end_kind: null,
    end_exact: null,
    end_seen: null,
    end_not_before: null,
    ...startOf(sync, ordered, end.ended_at),
    ...end,
    shown: true,
    point: sync.end ?? sync.lo,
    sync_id: sync.sync_id,
    told: sync.told,
    part_of: null,
    reason: sync.reason,
    sources: sourcesOf(sync, own.length > 0),
    since: sync.lo,
  };
}

type End = Pick<DerivedSync, "ended_at" | "ended_exact" | "outcome">;

function endOf(sync: NamedSync, own: readonly SeenSync[], latest: boolean): End {
  if (sync.end !== null) return { ended_at: sync.end, ended_exact: true, outcome: sync.outcome ?? "unknown" };
  const seen = own.findLast((part) => part.end_kind !== null);
  if (seen) return { ended_at: seen.ended_at, ended_exact: seen.ended_exact, outcome: seen.outcome };
  return { ended_at: null, ended_exact: false, outcome: latest ? "running" : "unknown" };
}

function startOf(
  sync: NamedSync,
  own: readonly SeenSync[],
  ended_at: number | null,
): Pick<DerivedSync, "started_at" | "started_exact"> {
  const start = sync.start ?? own.find((part) => part.start_seen !== null)?.start_seen ?? null;
  // Two clocks that disagree must not show a sync that ends before it starts.
  if (start === null || (ended_at !== null && start > ended_at))
    return { started_at: null, started_exact: false };
  return { started_at: start, started_exact: sync.start !== null };
}

function sourcesOf(sync: NamedSync, seen: boolean): string {
  const told = new Set(sync.told.map((it) => it.source));
  return [
    ...["history", "webhook"].filter((it) => told.has(it as Told["source"])),
    ...(seen ? ["poll"] : []),
  ].join(" ");
}

/** The facts a stored sync was built from. */
export function factsOfSync(row: Parameters<typeof seenFactsOf>[0] & Pick<DerivedSync, "told">): SyncFact[] {
  return row.told ?? seenFactsOf(row);
}
