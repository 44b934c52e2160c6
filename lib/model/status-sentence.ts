import { type ConnectionIndex, countHealths } from "@/lib/model/connection-index";
import { HEALTHS, type Health } from "@/lib/model/health";
import { countOf, figure, listOf } from "@/lib/model/names";
import { NEEDY_HEALTHS, needsPerson } from "@/lib/model/needs-person";

/** How the account is, in a sentence or two that claim nothing beyond the counts. */
export function statusSentence(index: ConnectionIndex): string {
  const counts = countHealths(index);
  const of = (health: Health) => counts[HEALTHS.indexOf(health)] ?? 0;
  const needy = NEEDY_HEALTHS.reduce((sum, health) => sum + of(health), 0);
  if (needy > 0)
    return `${countOf(needy, "connection")} ${needy === 1 ? "needs" : "need"} a person.${sharedReason(index, needy)}`;
  if (index.rows.length === 0) return "There are no connections.";
  const rest = [
    of("paused") > 0 ? `${figure(of("paused"))} ${of("paused") === 1 ? "is" : "are"} paused` : "",
    of("unknown") > 0
      ? `${figure(of("unknown"))} ${of("unknown") === 1 ? "is" : "are"} in a state we do not know`
      : "",
  ].filter(Boolean);
  return `No connection needs a person.${rest.length > 0 ? ` ${listOf(rest)}.` : ""}`;
}

/** Two may share a common sentence by chance. */
const SHARED = 3;

/** Where Fivetran gives several the same task, one fix may clear them all. */
function sharedReason(index: ConnectionIndex, needy: number): string {
  const sharing = new Map<string, number>();
  for (const { row, quoted } of needsPerson(index, needy)) {
    if (!quoted || !row.task) continue;
    const task = `${row.task.code}\n${row.task.message}`;
    sharing.set(task, (sharing.get(task) ?? 0) + 1);
  }
  const most = Math.max(0, ...sharing.values());
  if (most < SHARED) return "";
  return most === needy
    ? " Fivetran gives the same reason for all of them."
    : ` Fivetran gives ${figure(most)} of them the same reason.`;
}
