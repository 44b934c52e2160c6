import "server-only";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { configureFivetran } from "@/lib/fivetran/client";
import { pollerFacts } from "@/lib/sync/account-status";
import { turnTo } from "@/lib/sync/catch-up";
import type { Identity } from "@/lib/sync/identify";
import { markWatched, watchedNow } from "@/lib/sync/watch";

type Start = (options: {
  account?: string;
  speed?: number;
  quota?: "trial" | "standard" | "off";
}) => Promise<{
  url: string;
  close(): Promise<void>;
}>;

export interface FileConnection {
  id: string;
  schema: string;
  group_id?: string;
  [setting: string]: unknown;
}

export interface TestAccount {
  readonly identity: Identity;
  /** Starts the upstream anew with this account; before each test it has none. */
  start(
    connections: readonly FileConnection[],
    options?: { account_id?: string; quota?: "trial" | "off" },
  ): Promise<void>;
  /** Does something to the outside world, e.g. `faults`, `connections/ID/source`. */
  control(path: string, body: unknown): Promise<unknown>;
  /** Calls the upstream as somebody else would. */
  elsewhere(method: string, path: string, body?: unknown): Promise<unknown>;
  /** What was asked of the upstream so far, e.g. "GET /v1/connections". */
  requests(): Promise<string[]>;
  stop(): Promise<void>;
}

const SECRET = "sandbox";

/** An upstream of the test's own for each test; `start` is `startSandbox`. */
export function holdAccount(start: Start): TestAccount {
  let folder = "";
  let running: { url: string; close(): Promise<void> } | null = null;
  const origin = () => (running?.url ?? "").replace(/\/v1$/, "");
  const json = async (response: Response): Promise<unknown> => {
    const answer = (await response.json()) as { data?: unknown; message?: string };
    if (!response.ok) throw new Error(answer.message);
    return answer.data;
  };
  const account: TestAccount = {
    get identity() {
      return { url: running?.url ?? "", key: SECRET };
    },
    async start(connections, { account_id = "acme", quota = "off" } = {}) {
      await account.stop();
      const path = join(folder, "account.json");
      writeFileSync(path, JSON.stringify(accountFile(connections, account_id)));
      running = await start({ account: path, speed: 0, quota });
      configureFivetran({ base_url: running.url, key: SECRET, secret: SECRET }, { retry_ms: 1 });
    },
    control: async (path, body) =>
      json(
        await fetch(`${origin()}/_sandbox/${path}`, {
          method: "POST",
          body: JSON.stringify(body),
          headers: { "content-type": "application/json" },
        }),
      ),
    elsewhere: async (method, path, body) =>
      json(
        await fetch(`${running?.url}${path}`, {
          method,
          body: body === undefined ? undefined : JSON.stringify(body),
          headers: {
            "content-type": "application/json",
            authorization: `Basic ${Buffer.from(`${SECRET}:${SECRET}`).toString("base64")}`,
          },
        }),
      ),
    async requests() {
      const answer = await json(await fetch(`${origin()}/_sandbox/requests`));
      const { requests } = answer as { requests: { method: string; path: string }[] };
      return requests.map(({ method, path }) => `${method} ${path}`);
    },
    async stop() {
      await running?.close();
      running = null;
    },
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "headgate-account-"));
    Object.assign(pollerFacts(), { next_sweep_at: null, progress: null, failing: null });
    for (const id of watchedNow()) markWatched(id, 0);
    await turnTo(null);
  });
  afterEach(async () => {
    await account.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return account;
}

function accountFile(connections: readonly FileConnection[], account_id: string) {
  return {
    account: { account_id, account_name: account_id },
    users: [{ id: "some_one", email: "one@example.com" }],
    groups: [
      { id: "group_one", name: "One", destination: { service: "snowflake", region: "AWS_EU_CENTRAL_1" } },
      { id: "group_two", name: "Two", destination: { service: "big_query", region: "GCP_EUROPE_WEST3" } },
    ],
    connections: connections.map(({ schema, ...connection }) => ({
      group_id: "group_one",
      service: "stripe",
      config: { schema, api_key: "k" },
      ...connection,
    })),
  };
}
