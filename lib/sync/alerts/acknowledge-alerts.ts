import "server-only";
import { randomUUID } from "node:crypto";
import type { RouteContext } from "@/lib/auth/route";
import { type Acknowledgement, acknowledgement } from "@/lib/model/alert/acknowledgement";
import { type Alert, isMuted } from "@/lib/model/alert/alert";
import { incidentOf, type Notice } from "@/lib/model/alert/notice";
import { noticesOf } from "@/lib/model/alert/notices-of";
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
  let incidents = waiting.map(incidentOf);
  // An incident is told of by one that is heard, where there is one.
  for (const quiet of [false, true]) {
    for (const alerts of byRule(next.filter((alert) => isMuted(alert, at) === quiet))) {
      const said = noticesOf(alerts, {
        event: "acknowledged",
        at,
        quiet,
        actor,
        incidents,
        newId: randomUUID,
      });
      notices.push(...said.notices);
      for (const [id, notice] of said.told) told.set(id, notice);
      incidents = said.left;
    }
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

function byRule(alerts: readonly Alert[]): Alert[][] {
  const rules = [...new Set(alerts.map(({ rule_id }) => rule_id))];
  return rules.map((rule_id) => alerts.filter((alert) => alert.rule_id === rule_id));
}
