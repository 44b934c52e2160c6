import "server-only";
import type { RouteContext } from "@/lib/auth/route";
import { type Operation, rowOf } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import { envelopeOf } from "@/lib/fivetran/envelope";
import { write } from "@/lib/fivetran/proxy";
import { trackWrite } from "@/lib/fivetran/track-write";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import type { z } from "@/lib/zod";

type WebhookWrite = Extract<
  Operation,
  "create_account_webhook" | "create_group_webhook" | "modify_webhook" | "delete_webhook" | "test_webhook"
>;

const journal = { recordIntent, recordOutcome, announceWrite: async () => {}, readBack: async () => {} };

/**
 * Sends a write about a webhook, recorded before and after, and goes on when its page leaves.
 * @returns `data` of the answer
 * @throws AppError as the client; `unknown_outcome` also for an answer that cannot be read
 */
export async function sendWebhookWrite<T>(
  operation: WebhookWrite,
  { params = {}, body, shape }: { params?: Record<string, string>; body?: unknown; shape: z.ZodType<T> },
  context: RouteContext,
): Promise<T> {
  const match = { operation, row: rowOf(operation), params };
  const sent = await trackWrite(write(match, { params, body, as: "person" }, fivetran(), journal, context));
  if (sent.text === null) sent.body.destroy();
  const answered = shape.safeParse(envelopeOf(sent.text ?? "")?.data);
  if (answered.success) return answered.data;
  throw new AppError("unknown_outcome", "Fivetran took the request and its answer cannot be read.");
}
