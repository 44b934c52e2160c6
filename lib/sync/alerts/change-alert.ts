import "server-only";
import type { RouteContext } from "@/lib/auth/route";
import { AppError } from "@/lib/errors";
import type { Alert } from "@/lib/model/alert/alert";
import { addAlertEvents, holdAlerts, writeAlerts } from "@/lib/store/alerts";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { currentUpstream } from "@/lib/store/upstream";
import { acknowledgeHeld } from "@/lib/sync/alerts/acknowledge-alerts";
import { audited } from "@/lib/sync/alerts/audited";
import { wakeCourier } from "@/lib/sync/alerts/courier";

/** What a person does about an alert. Times in epoch milliseconds; null takes the mute back. */
export type AlertChange = { acknowledged: true } | { muted_until: number | null };

/**
 * Acknowledges an open alert, of which its channels are told, or mutes it. One that somebody acknowledged before stays
 * theirs.
 * @throws AppError `not_found` for none of that id, `conflict` for one that is over; nothing is changed then
 */
export async function changeAlert(id: string, change: AlertChange, context: RouteContext): Promise<void> {
  const operation = "acknowledged" in change ? "acknowledge_alert" : "mute_alert";
  await audited({ operation, params: { alertId: id }, body: change }, context, async () => {
    const { db } = await store();
    await db.transaction(async (transaction) => {
      const tx = transaction as unknown as Db;
      const [alert] = await holdAlerts(tx, [id]);
      if (!alert) throw new AppError("not_found", "There is no such alert, or it is no longer kept.");
      if (alert.recovered_at !== null)
        throw new AppError("conflict", "This alert is over meanwhile. Nothing was changed.");
      if ("acknowledged" in change) await acknowledgeHeld(tx, [alert], context.actor.id);
      else await mute(tx, alert, change.muted_until, context.actor.id);
    });
  });
  wakeCourier();
}

async function mute(tx: Db, alert: Alert, until: number | null, actor: string): Promise<void> {
  const at = Date.now();
  if (until !== null && until <= at)
    throw new AppError("invalid", "The time until which it is muted has to lie ahead. Nothing was changed.", {
      facts: { field: "muted_until" },
    });
  if (until === null && alert.muted_until === null) return;
  const muted_by = until === null ? null : actor;
  await writeAlerts(tx, currentUpstream(), [{ ...alert, muted_by, muted_until: until }]);
  const event = until === null ? "unmuted" : "muted";
  const detail = until === null ? null : String(until);
  await addAlertEvents(tx, [{ alert_id: alert.id, at, event, actor, detail, notice_id: null }]);
}
