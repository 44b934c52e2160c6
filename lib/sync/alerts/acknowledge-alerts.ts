import "server-only";
import { randomUUID } from "node:crypto";
import type { RouteContext } from "@/lib/auth/route";
import { type Acknowledgement, acknowledgement } from "@/lib/model/alert/acknowledgement";
import { type Alert, isMuted } from "@/lib/model/alert/alert";
import { TOGETHER } from "@/lib/model/alert/next-alerts";
import { incidentOf, type Notice, noticeOf } from "@/lib/model/alert/notice";
import { listChannelRows } from "@/lib/store/alert-channels";
import { listAlertRules } from "@/lib/store/alert-rules";
import { addAlertEvents, holdAlerts, writeAlerts } from "@/lib/store/alerts";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { currentUpstream } from "@/lib/store/upstream";
import { audited } from "@/lib/sync/alerts/audited";
import { wakeCourier } from "@/lib/sync/alerts/courier";
import { postNotices } from "@/lib/sync/alerts/outbox";

/**
 * Acknowledges several alerts at once, in one transaction. One that somebody acknowledged before stays theirs, and one
 * that is over stays so: neither keeps the others.
 * @returns what became of each id, in the order given
 */
export async function acknowledgeAlerts(
  ids: readonly string[],
  context: RouteContext,
): Promise<Acknowledgement[]> {
  const body = { acknowledged: true, ids };
  const done = await audited({ operation: "acknowledge_alerts", params: {}, body }, context, async () => {
    const { db } = await store();
    return db.transaction(async (transaction) => {
      const tx = transaction as unknown as Db;
      const held = await holdAlerts(tx, ids);
      const found = new Map(held.map((alert) => [alert.id, alert]));
      await acknowledgeHeld(tx, held, context.actor.id);
      return ids.map((id) => acknowledgement(id, found.get(id)));
    });
  });
  wakeCourier();
  return done;
}

/** Acknowledges those of these alerts, held by the transaction, that are open and nobody's yet; tells their channels. */
export async function acknowledgeHeld(tx: Db, held: readonly Alert[], actor: string): Promise<void> {
  const waiting = held.filter(
    ({ acknowledged_at, recovered_at }) => (acknowledged_at ?? recovered_at) === null,
  );
  if (waiting.length === 0) return;
  const at = Date.now();
  const upstream_id = currentUpstream();
  const next = waiting.map((alert) => ({
    ...alert,
    acknowledged_by: actor,
    acknowledged_at: at,
    heard: alert.heard || !isMuted(alert, at),
  }));
  await writeAlerts(tx, upstream_id, next);
  const told = new Map<string, string>();
  const notices: Notice[] = [];
  const left = new Set(waiting.map(incidentOf));
  for (const { alerts, quiet } of pieces(next, at)) {
    const incidents = [...new Set(alerts.map(incidentOf))].filter((incident) => left.delete(incident));
    if (quiet && incidents.length === 0) continue;
    const notice = noticeOf(randomUUID(), "acknowledged", alerts, { at, actor, quiet, incidents });
    notices.push(notice);
    for (const { id } of alerts) told.set(id, notice.id);
  }
  const event = { at, event: "acknowledged", actor, detail: null } as const;
  await addAlertEvents(
    tx,
    next.map(({ id }) => ({ ...event, alert_id: id, notice_id: told.get(id) ?? null })),
  );
  await postNotices(tx, upstream_id, notices, {
    rules: await listAlertRules(tx),
    channels: await listChannelRows(tx),
  });
}

/** What one notice tells of each: alerts of one rule, together where they are many; those that are heard first. */
function pieces(alerts: readonly Alert[], at: number): { alerts: Alert[]; quiet: boolean }[] {
  const groups = new Map<string, { alerts: Alert[]; quiet: boolean }>();
  for (const alert of alerts) {
    const quiet = isMuted(alert, at);
    const key = `${quiet} ${alert.rule_id}`;
    const group = groups.get(key);
    if (group) group.alerts.push(alert);
    else groups.set(key, { alerts: [alert], quiet });
  }
  return [...groups.values()]
    .sort((a, b) => Number(a.quiet) - Number(b.quiet))
    .flatMap((group) =>
      group.alerts.length > TOGETHER
        ? [group]
        : group.alerts.map((alert) => ({ alerts: [alert], quiet: group.quiet })),
    );
}
