import { createHmac } from "node:crypto";
import { AppError } from "@/lib/errors";
import { isWebhookEvent } from "@/lib/model/webhook-events";
import { invalid } from "@/lib/sandbox/reply";
import { eventBody, syncIdOf, testBody } from "@/lib/sandbox/webhook-event";
import type { World } from "@/lib/sandbox/world";
import { z } from "@/lib/zod";

/** Where what is meant for a host of the internet really goes, by host. */
export type Deliveries = ReadonlyMap<string, string>;

export interface Receiver {
  url: string;
  secret: string | null;
}

/** How a receiver answered. `status` is null where nobody answered. */
export interface Delivered {
  succeed: boolean;
  status: number | null;
  message: string;
}

const TIMEOUT_MS = 10_000;

/** Reads `NAME=URL`, once for each name. Throws AppError `invalid` with one sentence. */
export function parseDeliveries(pairs: readonly string[]): Deliveries {
  return new Map(
    pairs.map((pair): [string, string] => {
      const at = pair.indexOf("=");
      const name = pair.slice(0, Math.max(0, at)).toLowerCase();
      const url = pair.slice(at + 1);
      const bad = !/^[a-z0-9.-]+(?::\d+)?$/.test(name) || !URL.canParse(url) || !/^https?:/.test(url);
      if (bad)
        throw new AppError(
          "invalid",
          "--deliver must be NAME=URL, such as hooks.example.com=http://127.0.0.1:9000.",
        );
      return [name, url.replace(/\/$/, "")];
    }),
  );
}

/** Posts a body as Fivetran's webhooks do, to where the receiver's host is mapped; nothing goes anywhere else. */
export async function deliver(
  deliveries: Deliveries,
  { url, secret }: Receiver,
  body: string,
  signal?: AbortSignal,
): Promise<Delivered> {
  const { host, pathname, search } = new URL(url);
  const mapped = deliveries.get(host);
  if (mapped === undefined) {
    return { succeed: false, status: null, message: `${host} could not be reached: no --deliver names it` };
  }
  try {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(`${mapped}${pathname === "/" ? "" : pathname}${search}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        // A connection that was kept may be closed while the delivery is on its way, and would count as a failure.
        Connection: "close",
        ...(secret && {
          "X-Fivetran-Signature-256": createHmac("sha256", secret).update(body).digest("hex"),
        }),
      },
      body,
      redirect: "manual",
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    await answer.body?.cancel();
    return { succeed: answer.ok, status: answer.status, message: answer.statusText };
  } catch {
    return { succeed: false, status: null, message: `${host} could not be reached` };
  }
}

export const Delivery = z.strictObject({
  /** The https address a webhook would have. */
  to: z.url({ protocol: /^https$/ }),
  event: z.string().refine((name) => name === "test_event" || isWebhookEvent(name), "is no event"),
  connection_id: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  /** Signs the body, as Fivetran does where a webhook has a secret. */
  secret: z.string().optional(),
});

/**
 * Sends one event that no webhook asked for. Throws the 400 for a host that is not mapped, the 404 for an unknown
 * connection; a receiver that fails is told of in the answer.
 */
export function deliverOne(
  world: World,
  deliveries: Deliveries,
  { to, event, connection_id, data, secret }: z.output<typeof Delivery>,
): Promise<Delivered> {
  const { host } = new URL(to);
  if (!deliveries.has(host)) throw invalid(`No --deliver option names the host ${host}`);
  const at = world.now();
  const connection = connection_id === undefined ? null : world.connection(connection_id);
  const sync = event.startsWith("sync_");
  const body = connection
    ? eventBody(connection, {
        event,
        at,
        sync_id: sync ? syncIdOf(connection, connection.running?.started_at ?? at) : undefined,
        data: data ?? (event === "sync_end" ? { status: "SUCCESSFUL" } : undefined),
      })
    : testBody(event, at);
  return deliver(deliveries, { url: to, secret: secret ?? null }, body);
}
