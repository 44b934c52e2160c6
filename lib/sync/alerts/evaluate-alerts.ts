import "server-only";
import { randomUUID } from "node:crypto";
import { nextAlerts } from "@/lib/model/alert/next-alerts";
import { listChannelRows } from "@/lib/store/alert-channels";
import { listAlertRules } from "@/lib/store/alert-rules";
import { addAlertEvents, knownAlerts, writeAlerts } from "@/lib/store/alerts";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { currentUpstream } from "@/lib/store/upstream";
import { wakeCourier } from "@/lib/sync/alerts/courier";
import { postNotices } from "@/lib/sync/alerts/outbox";
import { presentFacts } from "@/lib/sync/alerts/present-facts";
import { tellAlerts } from "@/lib/sync/alerts/tell-alerts";
import { assertLease, type Lease } from "@/lib/sync/lease";

/**
 * Judges the rules of the present account and writes what changed about its alerts together with the messages that tell
 * of it, in one transaction and only while the lease is held. Of what stays as it is nothing is written.
 * @returns how many notices it made
 * @throws AppError `conflict` when the lease is lost; nothing is written then
 */
export async function evaluateAlerts(lease: Lease, now = Date.now()): Promise<number> {
  const { db } = await store();
  const upstream_id = currentUpstream();
  const rules = await listAlertRules(db, upstream_id);
  const known = await knownAlerts(db, { upstream_id, now });
  if (rules.length === 0 && known.open.length === 0) return 0;
  const facts = await presentFacts(
    now,
    rules.some(({ what, on }) => on && what === "webhooks"),
  );
  if (!facts) return 0;
  const plan = (from: typeof known) => nextAlerts(rules, facts, from, randomUUID);
  if (plan(known).alerts.length === 0) return 0;
  const notices = await db.transaction(async (transaction) => {
    const tx = transaction as unknown as Db;
    await assertLease(tx, lease);
    // Somebody may have acknowledged or muted one meanwhile; until this is written nobody else does.
    const made = plan(await knownAlerts(tx, { upstream_id, now, hold: true }));
    await writeAlerts(tx, upstream_id, made.alerts);
    await addAlertEvents(tx, made.events);
    await postNotices(tx, upstream_id, made.notices, {
      rules,
      channels: await listChannelRows(tx, upstream_id),
    });
    return made.notices.length;
  });
  wakeCourier();
  await tellAlerts();
  return notices;
}
