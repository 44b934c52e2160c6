import "server-only";
import { afterEach, beforeEach } from "vitest";
import { AppError } from "@/lib/errors";
import { Client } from "@/lib/fivetran/client";
import type { GateOptions } from "@/lib/fivetran/gate";
import { ScriptedUpstream } from "@/lib/fivetran/scripted-upstream";

export const KEY = "key-canary-0001";
export const SECRET = "secret-canary-0002";
export const group = { id: "soft_hill", name: "Warehouse", created_at: "2026-01-02T03:04:05Z" };

interface Scene {
  upstream: ScriptedUpstream;
  base_url: string;
  client(options?: GateOptions, base_url?: string): Client;
}

/** For tests: an upstream to script before each test, and clients of it that are closed after. */
export function clientAndUpstream(): Scene {
  const clients: Client[] = [];
  const scene: Scene = {
    upstream: new ScriptedUpstream(),
    base_url: "",
    client(options: GateOptions = {}, base_url = scene.base_url) {
      const made = new Client({ base_url, key: KEY, secret: SECRET }, { retry_ms: 1, ...options });
      clients.push(made);
      return made;
    },
  };
  beforeEach(async () => {
    scene.upstream = new ScriptedUpstream();
    scene.base_url = await scene.upstream.listen();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((one) => one.close()));
    await scene.upstream.close();
  });
  return scene;
}

/** The AppError that a call ends in; anything else fails the test. */
export const failure = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("It did not fail.")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

export const read = (from: Client) =>
  from.call("group_details", { params: { groupId: "soft_hill" }, as: "person" });

export const write = (to: Client) =>
  to.call("modify_group", { params: { groupId: "soft_hill" }, body: { name: "New" }, as: "person" });
