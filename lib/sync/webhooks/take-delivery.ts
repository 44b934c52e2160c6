import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { errorText, log } from "@/lib/log";
import { acceptedSecrets, type KeptSecret, type Refusal } from "@/lib/model/webhook-console";
import { singleton } from "@/lib/singleton";
import { knownUpstream } from "@/lib/store/upstream";
import { countRefusal } from "@/lib/store/webhook-deliveries";
import { changeSecrets, type OwnHook } from "@/lib/store/webhooks";
import { hint } from "@/lib/sync/hints";
import { applySoon, tellsOfSync } from "@/lib/sync/webhooks/apply-deliveries";
import { down, keepDelivery } from "@/lib/sync/webhooks/keep-delivery";
import { forgetKnownHooks, knownHook } from "@/lib/sync/webhooks/known-hooks";
import { type DeliveredBytes, readDelivery } from "@/lib/sync/webhooks/read-body";
import { readEvent } from "@/lib/sync/webhooks/read-event";
import { webhooksChanged } from "@/lib/sync/webhooks/tell-webhooks";
import { signs } from "@/lib/sync/webhooks/verify-signature";
import { secretOf, tokenHash } from "@/lib/sync/webhooks/webhook-secret";

const HEADER = "x-fivetran-signature-256";

/**
 * Takes a delivery in: its address known, its signature right, its bytes stored once, however often it comes. Only
 * then it is a hint that its connection should be looked at, and what it says of a sync is told to the history.
 * @throws AppError `not_found`, `unauthorized`, `too_large`, `unsupported_media`, `invalid`; `unavailable` where it
 *   could not be stored and has to come again
 */
export async function takeDelivery(request: Request, token: string): Promise<{ received: true }> {
  const received_at = Date.now();
  const token_hash = tokenHash(token);
  const hook = await knownHook(token_hash).catch((cause: unknown) => {
    throw down(cause);
  });
  if (!hook) throw new AppError("not_found", "No webhook of this console has this address.");
  const bytes = await readDelivery(request).catch(async (error: unknown) => {
    const large = error instanceof AppError && error.code === "too_large";
    throw await refused(hook, large ? "too_large" : "unreadable", error);
  });
  const signature = request.headers.get(HEADER);
  if (signature === null) throw await refused(hook, "unsigned");
  const signer = signerOf(hook, signature, bytes) ?? (await freshSigner(token_hash, signature, bytes));
  if (!signer) throw await refused(hook, "signature");
  const body = Buffer.from(bytes.plain).toString("utf8");
  const event = readEvent(body);
  if (!event) throw await refused(hook, "unreadable");
  const fresh = await keepDelivery({
    upstream_id: hook.upstream_id,
    hook: hook.id,
    body_hash: createHash("sha256").update(bytes.plain).digest("hex"),
    body,
    received_at,
    old_secret: signer.old,
    ...event,
    applied: !tellsOfSync(event),
  });
  webhooksChanged();
  if (signer.secret.seen_at === null) void noteSeen(hook, signer, received_at);
  // What comes again may have been lost before it was acted on: looking once more costs little.
  if (hook.upstream_id === knownUpstream()) {
    if (event.connection_id !== null) hint(event.connection_id);
    if (fresh && tellsOfSync(event)) applySoon();
  }
  log.debug({ hook: hook.id, event: event.event, fresh }, "delivery");
  return { received: true };
}

interface Signer {
  secret: KeptSecret;
  old: boolean;
}

function signerOf(hook: OwnHook, signature: string, { raw, plain }: DeliveredBytes): Signer | null {
  const newest = hook.secrets.at(-1);
  for (const secret of acceptedSecrets(hook.secrets, Date.now())) {
    const right = secretOf(secret);
    if (signs(signature, raw, right) || (plain !== raw && signs(signature, plain, right))) {
      return { secret, old: secret.nonce !== newest?.nonce };
    }
  }
  return null;
}

/** Another process may have renewed the secret a moment ago. */
async function freshSigner(
  token_hash: string,
  signature: string,
  bytes: DeliveredBytes,
): Promise<Signer | null> {
  const hook = await knownHook(token_hash, true).catch((cause: unknown) => {
    throw down(cause);
  });
  return hook && signerOf(hook, signature, bytes);
}

const noting = singleton("webhook-secrets-seen", () => new Set<number>());

/** The first delivery by the newest secret ends the time of those before it. */
async function noteSeen(hook: OwnHook, { secret }: Signer, now: number): Promise<void> {
  if (noting.has(hook.id)) return;
  noting.add(hook.id);
  try {
    await changeSecrets(hook.id, (secrets) => {
      const seen = secrets.map((it) =>
        it.nonce === secret.nonce ? { ...it, state: "set" as const, seen_at: it.seen_at ?? now } : it,
      );
      return seen.at(-1)?.seen_at ? seen.slice(-1) : seen;
    });
    forgetKnownHooks();
    webhooksChanged();
  } catch (error) {
    log.warn({ hook: hook.id, error: errorText(error) }, "a webhook's secret");
  } finally {
    noting.delete(hook.id);
  }
}

const WORDS: Record<Refusal, [AppError["code"], string]> = {
  unsigned: ["unauthorized", "The delivery is not signed. Nothing was stored."],
  signature: ["unauthorized", "The signature does not fit the delivery. Nothing was stored."],
  too_large: ["too_large", "The delivery is too large. Nothing was stored."],
  unreadable: ["invalid", "The delivery is not an event in JSON. Nothing was stored."],
};

/** Counts what is turned away, for the page that shows it. */
async function refused(hook: OwnHook, reason: Refusal, error?: unknown): Promise<unknown> {
  await countRefusal(hook, reason).then(webhooksChanged, (cause: unknown) => {
    log.warn({ hook: hook.id, error: errorText(cause) }, "a refused delivery");
  });
  const [code, message] = WORDS[reason];
  return error ?? new AppError(code, message);
}
