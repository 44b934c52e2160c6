import "server-only";
import type { RouteContext } from "@/lib/auth/route";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { retryDelivery } from "@/lib/store/alert-deliveries";
import { deleteAlertRule, saveAlertRule } from "@/lib/store/alert-rules";
import { audited } from "@/lib/sync/alerts/audited";
import { wakeCourier } from "@/lib/sync/alerts/courier";

/** Saves a rule; it is judged within a second. @throws AppError as `saveAlertRule` */
export async function saveRule(version: number, rule: AlertRule, context: RouteContext): Promise<void> {
  const act = { operation: "save_alert_rule", params: { ruleId: rule.id }, body: { ...rule, version } };
  await audited(act, context, () => saveAlertRule(version, rule, context.actor.id));
}

/** Deletes a rule as it was at a version; its alerts end unheard. @throws AppError as `deleteAlertRule` */
export async function deleteRule(id: string, version: number, context: RouteContext): Promise<void> {
  const act = { operation: "delete_alert_rule", params: { ruleId: id }, body: { version } };
  await audited(act, context, () => deleteAlertRule(id, version));
}

/** Sends a message that was given up once more. @throws AppError as `retryDelivery` */
export async function retryMessage(id: string, context: RouteContext): Promise<void> {
  const act = { operation: "retry_alert_delivery", params: { deliveryId: id }, body: null };
  await audited(act, context, () => retryDelivery(id));
  wakeCourier();
}
