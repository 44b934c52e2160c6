import "server-only";
import { beforeEach } from "vitest";
import type { RouteContext } from "@/lib/auth/route";
import type { SetupDraft, SetupValues } from "@/lib/model/setup-draft";
import { addSetupDraft } from "@/lib/store/setup-drafts";
import { identify } from "@/lib/sync/identify";
import { createFromDraft } from "@/lib/sync/setup/create-connection";
import { setSetupTimes } from "@/lib/sync/setup/setup-times";
import { sweepNow } from "@/lib/sync/sweep-now";
import { type FileConnection, holdAccount } from "@/lib/sync/test-account";

export const context: RouteContext = { actor: { id: "local", role: "admin" }, request_id: "r1" };

export const noValues = (config: Record<string, unknown> = {}): SetupValues => ({
  group_id: "group_one",
  destination_schema_names: "FIVETRAN_NAMING",
  settings: { config, auth: {}, external_secrets_keys_config: {}, request: {} },
  network: {
    networking_method: null,
    private_link_id: null,
    proxy_agent_id: null,
    hybrid_deployment_agent_id: null,
  },
  authorise_by: "fields",
  schedule: { schedule_type: "auto", sync_frequency: 360, daily_sync_time: null },
});

/** What tests of new connections begin with: an account, drafts in it, and requests to create them. */
export function setupScene(startSandbox: Parameters<typeof holdAccount>[0]) {
  const account = holdAccount(startSandbox);
  beforeEach(() => setSetupTimes({ looks: [0, 1, 1] }));
  const open = async (
    connections: readonly FileConnection[] = [{ id: "shop_a", schema: "shop" }],
    quota: "off" | "trial" = "off",
  ) => {
    await account.start(connections, { quota });
    await identify(account.identity);
    await sweepNow("person", {});
  };
  const draft = (service = "stripe", actor = "local"): Promise<SetupDraft> =>
    addSetupDraft(actor, { service, values: noValues(), secrets: [], source: null, schema_from: null });
  const request = (config: Record<string, unknown>, more: object = {}) => ({
    group_id: "group_one",
    service: "stripe",
    config,
    destination_schema_names: "FIVETRAN_NAMING",
    ...more,
  });
  const create = (id: string, asked: unknown, { again = false, actor = "local" } = {}) =>
    createFromDraft(id, { request: asked, again }, { ...context, actor: { id: actor, role: "admin" } });
  const faults = (...rules: unknown[]) => account.control("faults", { rules });
  const on = (kind: string, more: object = {}, operation = "create_connection") => ({
    match: { operation },
    fault: { kind, ...more },
    times: 1,
  });
  const posts = async () => (await account.requests()).filter((it) => it === "POST /v1/connections").length;
  return { account, open, draft, request, create, faults, on, posts };
}
