import { createHmac, randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { invalid } from "@/lib/sandbox/reply";
import type { World } from "@/lib/sandbox/world";
import { z } from "@/lib/zod";

/** Where what is meant for a host of the internet really goes, by host. */
export type Deliveries = ReadonlyMap<string, string>;

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

export const Delivery = z.strictObject({
  /** The https address a webhook would have. */
  to: z.url({ protocol: /^https$/ }),
  event: z.enum(["sync_start", "sync_end", "test_event"]),
  connection_id: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  /** Signs the body, as Fivetran does where a webhook has a secret. */
  secret: z.string().optional(),
});

/**
 * Sends one event the way Fivetran's webhooks do (fivetran-api, section 9.2) to where `to` is mapped. Throws the 400 for
 * a host that is not, the 404 for an unknown connection; a receiver that fails is told of in the answer.
 */
export async function deliver(
  world: World,
  deliveries: Deliveries,
  { to, event, connection_id, data, secret }: z.output<typeof Delivery>,
): Promise<{ succeed: boolean; status: number | null; message: string }> {
  const url = new URL(to);
  const mapped = deliveries.get(url.host);
  if (mapped === undefined) throw invalid(`No --deliver option names the host ${url.host}`);
  const connection = connection_id === undefined ? null : world.connection(connection_id);
  const body = JSON.stringify({
    event,
    created: new Date(world.now()).toISOString(),
    connector_type: connection?.service ?? "_connector_type",
    connector_id: connection?.id ?? "_connector_1",
    connector_name: connection?.schema ?? "_connector_name",
    ...(event !== "test_event" && { sync_id: randomUUID() }),
    destination_group_id: connection?.group_id ?? "_destination_1",
    ...(event === "sync_end" ? { data: data ?? { status: "SUCCESSFUL" } } : data && { data }),
  });
  try {
    const answer = await fetch(`${mapped}${url.pathname === "/" ? "" : url.pathname}${url.search}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        ...(secret && {
          "X-Fivetran-Signature-256": createHmac("sha256", secret).update(body).digest("hex"),
        }),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return { succeed: answer.ok, status: answer.status, message: answer.statusText };
  } catch {
    return { succeed: false, status: null, message: `${mapped} could not be reached` };
  }
}
