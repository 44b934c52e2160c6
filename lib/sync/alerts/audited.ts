import "server-only";
import type { RouteContext } from "@/lib/auth/route";
import { AppError } from "@/lib/errors";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import { tellAlerts } from "@/lib/sync/alerts/tell-alerts";

/** Runs a change of this console's own with its rows in the audit log before and after, and has pages take it up. */
export async function audited<T>(
  { operation, params, body }: { operation: string; params: Record<string, string>; body: unknown },
  { actor, request_id }: RouteContext,
  work: () => Promise<T>,
): Promise<T> {
  const intent = await recordIntent({ actor: actor.id, request_id, operation, params, body });
  try {
    const done = await work();
    await recordOutcome(intent, { outcome: "succeeded", status: null });
    await tellAlerts();
    return done;
  } catch (error) {
    const message = error instanceof AppError ? error.message : "It could not be saved.";
    await recordOutcome(intent, { outcome: "failed", status: null, message }).catch(() => {});
    throw error;
  }
}
