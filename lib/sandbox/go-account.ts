import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GoClient } from "@/lib/sandbox/go-client";
import {
  connectionDetail,
  connectionItem,
  envelope,
  pageOf,
  typedConnectionDetail,
} from "@/lib/sandbox/go-shapes";
import { startSandbox } from "@/lib/sandbox/server";

export type Json = Record<string, unknown>;
export interface Made extends Json {
  id: string;
  config: Json;
  setup_tests: { status: string }[];
}
export interface Listed {
  items: Made[];
  next_cursor?: string;
}

export const GROUP = "sepulchre_settlement";
export const USER = "recoup_befell";
export const APP_STORE = { schema: "itunes_e2e_connect", username: "fivetran", password: "fivetran-api-e2e" };

const ACCOUNT = {
  users: [{ id: USER, email: "go@example.com", given_name: "Go", family_name: "5Tran" }],
  groups: [
    {
      id: GROUP,
      name: "GoSdkTesting",
      destination: {
        service: "snowflake",
        region: "GCP_US_EAST4",
        time_zone_offset: "+10",
        config: {
          host: "your-account.snowflakecomputing.com",
          port: 443,
          database: "fivetran",
          password: "p",
        },
      },
    },
  ],
};

/** For tests: the account that the Go SDK's end-to-end tests expect, on a socket, with time standing still. */
export async function goAccount() {
  const folder = mkdtempSync(join(tmpdir(), "sdk-"));
  const account = join(folder, "account.json");
  writeFileSync(account, JSON.stringify(ACCOUNT));
  const sandbox = await startSandbox({ account, speed: 0, quota: "off" });
  const client = new GoClient(sandbox.url);

  return {
    client,

    /** A create always carries the two delay fields, null where nothing was set. */
    async create(settings: Json = {}, service = "itunes_connect", config: Json = APP_STORE): Promise<Made> {
      const body = {
        service,
        group_id: GROUP,
        run_setup_tests: false,
        data_delay_sensitivity: null,
        data_delay_threshold: null,
        config,
        ...settings,
      };
      const told = await client.do<Made>("POST", "/connections", envelope(typedConnectionDetail), { body });
      if (told.status !== 201 || told.code !== "Success" || !told.message)
        throw new Error(JSON.stringify(told));
      return told.data;
    },

    async read(id: string): Promise<Made> {
      const shape = envelope(connectionDetail);
      const told = await client.do<Made>("GET", `/connections/${id}`, shape, { version2: true });
      if (told.status !== 200 || told.code !== "Success") throw new Error(JSON.stringify(told));
      return told.data;
    },

    async empty(): Promise<void> {
      const { data } = await client.do<Listed>("GET", "/connections", pageOf(connectionItem));
      for (const { id } of data.items) await client.do("DELETE", `/connections/${id}`, envelope("any"));
    },

    async close(): Promise<void> {
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}
