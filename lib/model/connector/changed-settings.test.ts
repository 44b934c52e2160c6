import { describe, expect, it } from "vitest";
import { changedSettings } from "@/lib/model/connector/changed-settings";
import { sampleForm, typedInto } from "@/lib/model/connector/form-sample";
import { settingsOf } from "@/lib/model/connector/settings-of";
import { valuesOf } from "@/lib/model/connector/values-of";

const text = { type: "string" };
const secret = { type: "string", format: "password", nullable: true };
const item = { type: "object", properties: { key: text, value: secret, size: { type: "integer" } } };

const form = sampleForm(
  {
    schema: text,
    host: { ...text, nullable: true },
    port: { type: "integer", nullable: true },
    on: { type: "boolean" },
    way: { type: "object", enum: ["Directly", "SshTunnel"] },
    since: { type: "string", format: "date-time" },
    months: { ...text, immutable: true },
    password: secret,
    hosts: { type: "array", items: text },
    ids: { type: "array", items: { type: "integer" } },
    secrets_list: { type: "array", items: item },
    extra: { type: "object", nullable: true },
    client: { type: "object", properties: { id: text, name: text } },
    public_key: { ...text, readonly: true },
  },
  { auth: { properties: { token: text } } },
);

const CONFIG = {
  schema: "s",
  host: "db",
  port: 5432,
  on: false,
  way: "SSH_TUNNEL",
  months: "SIX",
  password: "******",
  hosts: ["a", "b"],
  secrets_list: [{ key: "A", value: "******", size: 1 }],
  extra: { deep: [1] },
  client: { id: "1", name: "n" },
  public_key: "ssh-rsa",
};
const { values: before, kept } = valuesOf(form, { config: CONFIG, external_secrets_keys_config: null });

const patch = (given: Record<string, unknown>) =>
  changedSettings(form, before, typedInto(form, given, before));

describe("what a creation sends", () => {
  it("is typed as Fivetran wants it, and leaves out what is empty", () => {
    const given = {
      "config.schema": " sales ",
      "config.port": " 5432 ",
      "config.on": false,
      "config.since": "2026-01-31T08:00",
      "config.password": " with blanks ",
      "config.hosts": ["a", "", " b "],
      "config.ids": ["1", "2"],
      "config.secrets_list": [
        { key: "A", value: "x", size: "7" },
        { key: "", value: "", size: "" },
      ],
      "config.extra": '{"a": [1, null]}',
      "config.client": { id: "1", name: "" },
      "auth.token": "t",
    };
    expect(settingsOf(form, typedInto(form, given))).toEqual({
      config: {
        schema: "sales",
        port: 5432,
        on: false,
        since: "2026-01-31T08:00:00.000Z",
        password: " with blanks ",
        hosts: ["a", "b"],
        ids: [1, 2],
        secrets_list: [{ key: "A", value: "x", size: 7 }],
        extra: { a: [1, null] },
        client: { id: "1" },
      },
      auth: { token: "t" },
    });
  });

  it("leaves credentials to the connect card where one is used", () => {
    const values = typedInto(form, { "config.schema": "s", "config.password": "p", "auth.token": "t" });
    expect(settingsOf(form, values, "connect_card")).toEqual({ config: { schema: "s" } });
  });
});

describe("what is read of a connection", () => {
  it("is what would have been typed; masks are empty, and named", () => {
    expect(before.config).toMatchObject({
      port: "5432",
      on: false,
      way: "SshTunnel",
      password: "",
      secrets_list: [{ key: "A", value: "", size: "1" }],
      extra: '{\n  "deep": [\n    1\n  ]\n}',
    });
    expect(kept).toEqual(["config.password", "config.secrets_list.0.value"]);
    expect(before.config).not.toHaveProperty("public_key");
  });

  it("takes a mask inside of what nobody describes for a secret as a whole", () => {
    const read = valuesOf(form, { config: { extra: { a: "******" } }, external_secrets_keys_config: null });
    expect([read.values.config.extra, read.kept]).toEqual(["", ["config.extra"]]);
  });
});

describe("what a change sends", () => {
  it("is nothing where nothing was touched, or put back", () => {
    expect(patch({})).toEqual({});
    expect(patch({ "config.host": "db" })).toEqual({});
    expect(patch({ "config.ids": [""] })).toEqual({});
  });

  it("is what differs, typed", () => {
    expect(patch({ "config.port": "5433", "config.on": true, "auth.token": "t" })).toEqual({
      config: { port: 5433, on: true },
      auth: { token: "t" },
    });
  });

  it("clears by null, a list by an empty one", () => {
    expect(patch({ "config.host": "", "config.extra": "", "config.hosts": [] })).toEqual({
      config: { host: null, extra: null, hosts: [] },
    });
  });

  it("never sends a secret that was left alone, but one that was replaced or cleared", () => {
    expect(patch({ "config.password": "" })).toEqual({});
    expect(patch({ "config.password": "new" })).toEqual({ config: { password: "new" } });
    expect(patch({ "config.password": null })).toEqual({ config: { password: null } });
  });

  it("never sends what is fixed", () => {
    expect(patch({ "config.schema": "other", "config.months": "TWELVE" })).toEqual({});
  });

  it("sends lists and objects complete", () => {
    expect(patch({ "config.client": { id: "1", name: "other" } })).toEqual({
      config: { client: { id: "1", name: "other" } },
    });
    expect(patch({ "config.hosts": ["a", "b", "c"] })).toEqual({ config: { hosts: ["a", "b", "c"] } });
  });

  it("clears a retired field that was emptied", () => {
    const old = sampleForm({ schema: text, old: { ...text, nullable: true, fieldStatus: "sunset" } });
    const was = typedInto(old, { "config.old": "x" });
    expect(changedSettings(old, was, typedInto(old, { "config.old": "" }, was))).toEqual({
      config: { old: null },
    });
  });
});
