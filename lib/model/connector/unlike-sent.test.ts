import { expect, it } from "vitest";
import type { Connection } from "@/lib/model/connection";
import { sampleForm, typedInto } from "@/lib/model/connector/form-sample";
import { newConnectionOf } from "@/lib/model/connector/new-connection";
import { unlikeSent } from "@/lib/model/connector/unlike-sent";
import type { SetupValues } from "@/lib/model/setup-draft";

const text = { type: "string" };
const item = {
  type: "object",
  properties: { key: text, value: { ...text, format: "password" }, size: text },
};
const form = sampleForm({
  schema: text,
  host: text,
  port: { type: "integer" },
  on: { type: "boolean" },
  way: { type: "object", enum: ["Directly", "SshTunnel"] },
  password: { type: "string", format: "password" },
  hosts: { type: "array", items: text },
  secrets_list: { type: "array", items: item },
});

const choices = (given: Record<string, unknown>, more: Partial<SetupValues> = {}): SetupValues => ({
  group_id: "g",
  destination_schema_names: "FIVETRAN_NAMING",
  settings: typedInto(form, {
    "config.schema": "shop",
    "config.host": " db ",
    "config.port": "05432",
    "config.way": "SshTunnel",
    "config.hosts": ["a", "b"],
    "config.secrets_list": [{ key: "A", value: "", size: "" }],
    ...given,
  }),
  network: {
    networking_method: null,
    private_link_id: null,
    proxy_agent_id: null,
    hybrid_deployment_agent_id: null,
  },
  authorise_by: "fields",
  schedule: { schedule_type: "auto", sync_frequency: 360, daily_sync_time: null },
  ...more,
});
const sent = newConnectionOf(form, choices({}));
/** As Fivetran gives it back: secrets masked, what was left out filled in, words spelt its way. */
const connection = {
  ...sent,
  daily_sync_time: "14:00",
  config: {
    ...sent.config,
    way: "SSH_TUNNEL",
    on: true,
    password: "******",
    secrets_list: [{ key: "A", value: "******", size: "9" }],
  },
} as unknown as Connection;

it("finds nothing where the connection has what was chosen, whatever Fivetran adds or masks", () => {
  expect(unlikeSent(form, choices({}), connection)).toEqual([]);
  expect(unlikeSent(form, choices({ "config.password": "typed later" }), connection)).toEqual([]);
  expect(unlikeSent(form, choices({ "config.host": "" }), connection)).toEqual([]);
});

it("names settings and parts of the request that were chosen otherwise since", () => {
  const given = {
    "config.host": "other",
    "config.port": "5433",
    "config.on": false,
    "config.hosts": ["a"],
    "config.secrets_list": [{ key: "B", value: "", size: "" }],
  };
  const schedule = { schedule_type: "auto", sync_frequency: 60, daily_sync_time: null } as const;
  expect(unlikeSent(form, choices(given, { schedule }), connection).sort()).toEqual([
    "config.host",
    "config.hosts",
    "config.on",
    "config.port",
    "config.secrets_list",
    "sync_frequency",
  ]);
});

it("says nothing of settings that were not read", () => {
  const { config: _, ...listed } = connection;
  expect(unlikeSent(form, choices({ "config.host": "other" }), listed as Connection)).toEqual([]);
});
