import "server-only";
import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { setPublicUrl } from "@/lib/auth/public-url";
import type { RouteContext } from "@/lib/auth/route";
import { readTraffic } from "@/lib/store/webhook-deliveries";
import { listOwnHooks } from "@/lib/store/webhooks";
import { dropHint, hintedNow } from "@/lib/sync/hints";
import { identify } from "@/lib/sync/identify";
import { holdAccount } from "@/lib/sync/test-account";
import { pointFivetranHere } from "@/lib/sync/webhooks/create-webhook";
import { forgetKnownHooks } from "@/lib/sync/webhooks/known-hooks";
import { forgetWebhookList } from "@/lib/sync/webhooks/webhook-list";
import { secretOf } from "@/lib/sync/webhooks/webhook-secret";

export const context: RouteContext = { actor: { id: "local", role: "admin" }, request_id: "r1" };

type Start = Parameters<typeof holdAccount>[0];
type Options = Parameters<Start>[0] & { deliver?: readonly string[] };

/**
 * What tests of webhooks begin with: an account, and a console that it delivers to over a socket. `startSandbox` is the
 * sandbox's own, `take` the route that deliveries come to.
 */
export function webhookScene(
  startSandbox: (options: Options) => ReturnType<Start>,
  take: (request: Request, context: { params: Promise<{ token: string }> }) => Promise<Response>,
) {
  let server: Server;
  let origin = "";
  /** The addresses that were delivered to. */
  const asked: string[] = [];
  beforeAll(async () => {
    const answer = getRequestListener((request) => {
      const token = new URL(request.url).pathname.split("/").at(-1) ?? "";
      return take(request, { params: Promise.resolve({ token }) });
    });
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      void answer(request, response);
    });
    // A starved machine must not lose what a test sends at once, nor a connection that rests for a while.
    server.keepAliveTimeout = 120_000;
    const place = { port: 0, host: "127.0.0.1", backlog: 2_048 };
    await new Promise<void>((resolve) => server.listen(place, resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    setPublicUrl(null);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const account = holdAccount((options) =>
    startSandbox({ ...options, deliver: [`hooks.example.com=${origin}`] }),
  );
  beforeEach(() => {
    asked.length = 0;
    for (const id of hintedNow()) dropHint(id);
    forgetKnownHooks();
    forgetWebhookList();
    setPublicUrl("https://hooks.example.com");
  });
  const open = async () => {
    const settings = { schedule_type: "manual", succeeded_at: new Date(Date.now() - 60_000).toISOString() };
    await account.start([
      { id: "shop_a", schema: "shop", ...settings },
      { id: "shop_b", schema: "other", ...settings },
    ]);
    await identify(account.identity);
  };
  /** Points the account here, and gives what its test knew: the end of the address, and the secret. */
  const point = async (events = ["sync_start", "sync_end"]) => {
    await pointFivetranHere({ group_id: null, events }, context);
    const own = (await listOwnHooks()).at(-1);
    const secret = own?.secrets.at(-1);
    if (!own || !secret) throw new Error("No webhook was made.");
    return { own, path: asked.at(-1) ?? "", secret: secretOf(secret) };
  };
  const post = async (path: string, body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
      ...(body instanceof ReadableStream && { duplex: "half" }),
    } as RequestInit);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return {
    account,
    open,
    point,
    post,
    traffic: () => readTraffic(),
    sync: async (id: string, outcome: object) => {
      await account.elsewhere("POST", `/connections/${id}/sync`, { force: true });
      await account.control(`connections/${id}/end-sync`, outcome);
    },
  };
}

export const signed = (body: string | Uint8Array, secret: string): Record<string, string> => ({
  "x-fivetran-signature-256": createHmac("sha256", secret).update(body).digest("hex"),
});
