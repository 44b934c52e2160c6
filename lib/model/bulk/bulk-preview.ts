import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import { type BulkStep, bulkStep, rightsStep } from "@/lib/model/bulk/bulk-step";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import { countOf } from "@/lib/model/names";
import { refusedGroups } from "@/lib/model/refused-groups";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** Connections that are left as they are for one reason. */
export interface LeftAlone {
  why: string;
  rows: ConnectionRow[];
}

export interface BulkPreview {
  change: ConnectionRow[];
  /** By reason, the most frequent first. */
  already: LeftAlone[];
  cannot: LeftAlone[];
  /** Sentences on what follows for some of those that change. */
  follows: string[];
}

const NO_TAGS: readonly string[] = [];

/**
 * What an act would do to these connections as the snapshot has them; ids it does not hold are left out.
 * @param denied what answered the key with 403, as the account's status names it
 */
export function bulkPreview(
  index: ConnectionIndex,
  ids: Iterable<string>,
  act: BulkAct,
  denied: readonly string[],
): BulkPreview {
  const refused = refusedGroups(index.groups.values(), denied);
  const change: ConnectionRow[] = [];
  const left = { already: new Map<string, ConnectionRow[]>(), cannot: new Map<string, ConnectionRow[]>() };
  for (const id of ids) {
    const row = index.rows[index.position.get(id) ?? -1];
    if (!row) continue;
    const step: BulkStep =
      rightsStep(act, row, refused) ?? bulkStep(act, row, index.annotations.get(id)?.tags ?? NO_TAGS);
    if (step.kind !== "already" && step.kind !== "cannot") {
      change.push(row);
      continue;
    }
    const rows = left[step.kind].get(step.why);
    if (rows) rows.push(row);
    else left[step.kind].set(step.why, [row]);
  }
  const groups = (map: ReadonlyMap<string, ConnectionRow[]>) =>
    Array.from(map, ([why, rows]) => ({ why, rows })).sort((a, b) => b.rows.length - a.rows.length);
  return {
    change,
    already: groups(left.already),
    cannot: groups(left.cannot),
    follows: followsOf(act, change),
  };
}

type Follow = [holds: (row: ConnectionRow) => boolean, one: string, many: string];

const FOLLOWS: Record<BulkAct["kind"], (act: BulkAct) => readonly Follow[]> = {
  pause: () => [
    [
      (row) => row.sync_state === "syncing",
      "is syncing now; Fivetran does not say whether that sync goes on to its end.",
      "are syncing now; Fivetran does not say whether those syncs go on to their end.",
    ],
  ],
  resume: () => [
    [
      (row) => row.setup_state === "incomplete",
      "has an unfinished setup and syncs only once that is finished.",
      "have an unfinished setup and sync only once that is finished.",
    ],
  ],
  sync: () => [
    [
      (row) => row.sync_state === "rescheduled",
      "was put off by Fivetran to a later time; it is tried now and may be put off again.",
      "were put off by Fivetran to a later time; they are tried now and may be put off again.",
    ],
    [
      (row) => row.setup_state === "broken",
      "has a broken setup; its sync is likely to fail until that is mended.",
      "have a broken setup; their syncs are likely to fail until that is mended.",
    ],
  ],
  schedule: (act) => {
    if (act.kind !== "schedule") return [];
    const stays: Follow = [
      (row) => row.schedule_type === "manual" && act.schedule_type === undefined,
      "is on a manual schedule; its frequency counts only once that is automatic.",
      "are on a manual schedule; their frequency counts only once that is automatic.",
    ];
    const rescheduled: Follow = [
      (row) => row.sync_state === "rescheduled" && act.schedule_type === "manual",
      "was put off by Fivetran; on a manual schedule nobody tries it again by itself.",
      "were put off by Fivetran; on a manual schedule nobody tries them again by themselves.",
    ];
    return act.sync_frequency === undefined ? [rescheduled] : [stays, rescheduled];
  },
  tags: () => [],
};

function followsOf(act: BulkAct, rows: readonly ConnectionRow[]): string[] {
  return FOLLOWS[act.kind](act).flatMap(([holds, one, many]) => {
    const count = rows.filter(holds).length;
    return count === 0 ? [] : [`${countOf(count, "of them", "of them")} ${count === 1 ? one : many}`];
  });
}
