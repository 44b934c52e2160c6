import { type AlertEvent, CONSOLE } from "@/lib/model/alert/alert";
import { WHAT_WORDS } from "@/lib/model/alert/rule-words";
import { HEALTHS } from "@/lib/model/health";
import { capital, countOf, listOf } from "@/lib/model/names";
import type { ChangeCounts, SchemaRevisionHead } from "@/lib/model/schema/schema-answers";
import type { SettingDifference } from "@/lib/model/setting-difference";
import type { StateChange, SyncRow } from "@/lib/model/snapshot";
import { duration } from "@/lib/model/time";
import type { AlertMoment, AuditedWrite, TimelineItem } from "@/lib/model/timeline";

/** An item of the timeline in words that claim no more than was seen. */
export interface TimelineWords {
  title: string;
  detail: string | null;
  /** Who did it, or who told of it. */
  who: string;
}

export function timelineWords(item: TimelineItem): TimelineWords {
  switch (item.kind) {
    case "sync":
      return { title: syncTitle(item.sync), detail: item.sync.reason, who: toldBy(item.sync) };
    case "health":
      return {
        title: changeTitle(item.change),
        detail: null,
        who: item.change.kind === "health" ? "seen" : item.change.actor,
      };
    case "settings":
      return { ...settingsWords(item), who: item.change.actor };
    case "schema":
      return {
        title: revisionTitle(item.revision),
        detail: item.revision.why || countsWords(item.revision.counts) || null,
        who: item.revision.actor ?? "elsewhere",
      };
    case "alert":
      return alertWords(item.alert);
    case "action":
      return { ...actionWords(item.write), who: item.write.actor };
    case "gap":
      return {
        title: `Not observed for ${duration(item.at - item.from)}`,
        detail: "Monitoring was off: what happened then is told only where Fivetran still knew it.",
        who: "",
      };
  }
}

const OUTCOMES: Record<SyncRow["outcome"], string> = {
  running: "Sync running",
  succeeded: "Synced",
  failed: "Sync failed",
  rescheduled: "Sync rescheduled",
  canceled: "Sync canceled",
  unknown: "Sync ended, outcome not known",
};

/** "Synced in 3 m 42 s": its length only where both ends are known, and as exact as they are. */
function syncTitle(sync: SyncRow): string {
  const word = OUTCOMES[sync.outcome];
  const { started_at, ended_at } = sync;
  if (started_at === null || ended_at === null) return word;
  const about = sync.started_exact && sync.ended_exact ? "" : "about ";
  return `${word} ${sync.outcome === "succeeded" ? "in" : "after"} ${about}${duration(ended_at - started_at)}`;
}

const SOURCES: Record<string, string> = {
  history: "Fivetran’s history",
  webhook: "webhook",
  poll: "our own looks",
};

function toldBy(sync: SyncRow): string {
  const [first = "poll"] = sync.sources.split(" ");
  if (first !== "poll") return SOURCES[first] ?? first;
  return sync.ended_exact ? "Fivetran" : "seen";
}

/** Everybody who told of a sync. */
export function sourcesWords(sync: SyncRow): string {
  return listOf(sync.sources.split(" ").map((name) => SOURCES[name] ?? name));
}

function changeTitle({ kind, from, to }: StateChange): string {
  if (kind === "appeared") return "First seen in the account";
  if (kind === "vanished") return "No longer in the account";
  const word = HEALTHS.find((it) => it === to) ?? "unknown";
  const now = capital(word);
  return from === null ? `Seen ${word}` : `${now}, was ${from}`;
}

function settingsWords({
  change,
  difference,
}: Extract<TimelineItem, { kind: "settings" }>): Pick<TimelineWords, "title" | "detail"> {
  if (change.kind === "paused") {
    return { title: change.to === "true" || change.to === "paused" ? "Paused" : "Resumed", detail: null };
  }
  if (change.kind === "annotation") return annotationWords(difference ?? []);
  const [only] = difference ?? [];
  if (only && difference?.length === 1)
    return { title: `${only.name}: ${only.from} to ${only.to}`, detail: null };
  if (!difference) return { title: "Settings changed", detail: change.detail };
  return {
    title: `${countOf(difference.length, "setting")} changed`,
    detail: listOf(difference.map((one) => one.name)),
  };
}

const NOUNS = new Map([
  ["tags", "Tags"],
  ["owners", "Owners"],
  ["notes", "Notes"],
  ["runbook", "Runbook link"],
]);

/** "Tags changed": what was and is stands below, as notes may be long. */
function annotationWords(difference: readonly SettingDifference[]): Pick<TimelineWords, "title" | "detail"> {
  const [only] = difference;
  const names = difference.map(({ name }) => NOUNS.get(name) ?? name);
  const title = `${listOf(names.map((name, at) => (at === 0 ? name : name.toLowerCase())))} changed`;
  return { title, detail: only && difference.length === 1 ? `${only.from} to ${only.to}` : null };
}

const CAUSES: Record<SchemaRevisionHead["cause"], string> = {
  apply: "Schema changed",
  undo: "Schema change undone",
  restore: "Schema restored",
  reload: "Schema reloaded from source",
  drop_columns: "Columns dropped",
  elsewhere: "Schema changed elsewhere",
};

function revisionTitle({ cause, counts, number }: SchemaRevisionHead): string {
  return `${CAUSES[cause]}: ${countOf(counts.total, "change")}, revision ${number}`;
}

const COUNTS: [keyof ChangeCounts, one: string, many: string][] = [
  ["policy", "policy changed", "policy changed"],
  ["schemas_enabled", "schema on", "schemas on"],
  ["schemas_disabled", "schema off", "schemas off"],
  ["tables_enabled", "table on", "tables on"],
  ["tables_disabled", "table off", "tables off"],
  ["columns_enabled", "column on", "columns on"],
  ["columns_disabled", "column off", "columns off"],
  ["hashed", "column hashed", "columns hashed"],
  ["unhashed", "column no longer hashed", "columns no longer hashed"],
  ["modes", "sync mode changed", "sync modes changed"],
  ["keys", "key changed", "keys changed"],
  ["appeared", "appeared", "appeared"],
  ["deleted", "deleted", "deleted"],
];

/** "2 tables on and 4 columns hashed"; empty for nothing. */
export function countsWords(counts: ChangeCounts): string {
  return listOf(
    COUNTS.flatMap(([name, one, many]) => (counts[name] > 0 ? [countOf(counts[name], one, many)] : [])),
  );
}

const MINUTE = 60_000;

const ALERT_EVENTS: Record<AlertEvent["event"], string> = {
  opened: "opened",
  acknowledged: "acknowledged",
  muted: "muted",
  unmuted: "no longer muted",
  recovered: "over",
};

/** "Alert opened: Broken", and whose doing it was or which rule told of it. */
function alertWords(alert: AlertMoment): TimelineWords {
  const { event, destination, actor, at, detail } = alert;
  const about = destination === null ? "" : `, destination ${destination}`;
  const further = {
    opened: alert.words,
    // The request took a moment: four hours are not 3 h 59 m.
    muted: `For ${duration(Math.round((Number(detail) - at) / MINUTE) * MINUTE)}`,
    recovered: detail,
    acknowledged: null,
    unmuted: null,
  };
  return {
    title: `Alert ${ALERT_EVENTS[event]}: ${WHAT_WORDS[alert.what].short}${about}`,
    detail: further[event],
    who: actor === CONSOLE ? alert.rule_name : actor,
  };
}

const ACTIONS = new Map([
  ["sync_connection", "Sync asked for"],
  ["resync_connection", "Re-sync asked for"],
  ["resync_tables", "Re-sync of tables asked for"],
  ["run_setup_tests", "Setup tests run"],
  ["connect_card", "Connect card made"],
  ["modify_connection", "Settings sent"],
  ["annotate_connection", "Tags, owners or notes"],
  ["create_connection", "Connection created"],
  ["delete_connection", "Connection deleted"],
  ["approve_connection_certificate", "Certificate approved"],
  ["approve_connection_fingerprint", "SSH host key approved"],
  ["revoke_connection_certificate", "Certificate revoked"],
  ["revoke_connection_fingerprint", "SSH host key revoked"],
  ["reload_connection_schema_config", "Schema reload asked for"],
]);

function actionWords(write: AuditedWrite): Pick<TimelineWords, "title" | "detail"> {
  const title = ACTIONS.get(write.operation) ?? write.operation.replaceAll("_", " ");
  switch (write.outcome) {
    case "succeeded":
      return { title, detail: null };
    case "failed":
      return { title: `${title}, refused`, detail: write.message };
    case "unknown":
      return { title: `${title}, outcome not known`, detail: write.message };
    case "pending":
      return { title: `${title}, not answered yet`, detail: null };
  }
}
