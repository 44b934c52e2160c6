import type { Finding } from "@/lib/model/alert/alert";
import { type AlertFacts, type Judgement, ofConnection, ofDestination } from "@/lib/model/alert/alert-facts";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { WHAT_WORDS } from "@/lib/model/alert/rule-words";
import { countOf } from "@/lib/model/names";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** So many connections of a destination, and all of them, are one trouble of the destination. */
const LEAST = 3;

interface Folding {
  rule: AlertRule;
  facts: AlertFacts;
  /** What the rule is about. */
  concerned: readonly ConnectionRow[];
  found: ReadonlyMap<string, Finding>;
  held: ReadonlySet<string>;
  open: ReadonlySet<string>;
}

/**
 * One finding for a destination in the place of those of its connections: where Fivetran says that it is broken, or
 * where all of its connections are found. It stays until less than half of them are, so that one that mends does not
 * bring an alert for each of the others. A connection that has an alert of its own keeps it.
 */
export function foldDestinations({ rule, facts, concerned, found, held, open }: Folding): Judgement {
  const unsure = new Set(held);
  const isHeld = (subject: string) => unsure.has(subject);
  // Someone pauses connections one by one.
  if (rule.what === "paused" || rule.what === "incomplete") return { found, isHeld };
  const folded = new Map(found);
  for (const [group_id, rows] of byDestination(concerned)) {
    const running = rows.filter(({ paused }) => !paused);
    const findings = running.flatMap(({ id }) => found.get(ofConnection(id)) ?? []);
    const waiting = running.filter(({ id }) => held.has(ofConnection(id))).length;
    const destination = facts.destinations.get(group_id);
    const broken = destination?.broken === true;
    const subject = ofDestination(group_id);
    const told = open.has(subject);
    const all = findings.length >= LEAST && findings.length + waiting === running.length;
    const most = told && findings.length + waiting > 0 && (findings.length + waiting) * 2 >= running.length;
    const itself = broken && running.length > 0 && (rule.what === "broken" || findings.length > 0);
    if (!all && !most && !itself) continue;
    if (findings.length === 0 && !itself) {
      unsure.add(subject);
      continue;
    }
    const name = destination?.name ?? group_id;
    const count = countOf(findings.length, "connection");
    const short = WHAT_WORDS[rule.what].short.toLowerCase();
    const since = Math.min(...findings.map((it) => it.since), facts.now);
    folded.set(subject, {
      subject,
      connection_id: null,
      group_id,
      name,
      since,
      words: broken
        ? `The destination is broken${findings.length > 0 ? `; of its connections ${count} ${short}` : ""}.`
        : `${count} into it ${short}, of ${running.length}.`,
    });
    for (const finding of findings) if (!open.has(finding.subject)) folded.delete(finding.subject);
  }
  return { found: folded, isHeld };
}

function byDestination(rows: readonly ConnectionRow[]): Map<string, ConnectionRow[]> {
  const groups = new Map<string, ConnectionRow[]>();
  for (const row of rows) {
    const group = groups.get(row.group_id);
    if (group) group.push(row);
    else groups.set(row.group_id, [row]);
  }
  return groups;
}
