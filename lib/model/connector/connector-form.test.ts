import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSettings } from "@/lib/model/connector/check-settings";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import { sampleForm } from "@/lib/model/connector/form-sample";
import { settingsOf } from "@/lib/model/connector/settings-of";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";

const text = { type: "string" };

function fieldOf(properties: Record<string, unknown>, path: string) {
  return sampleForm(properties).by_path.get(path);
}

describe("fields from metadata", () => {
  it.each([
    ["a text", text, "text"],
    ["a password", { type: "string", format: "password" }, "secret"],
    ["an enum, though typed as an object", { type: "object", enum: ["A", "B"] }, "enum"],
    ["a list of texts", { type: "array", items: text }, "list"],
    ["a list of objects", { type: "array", items: { type: "object", properties: { a: text } } }, "objects"],
    ["an object", { type: "object", properties: { a: text } }, "object"],
    ["an object without fields", { type: "object" }, "json"],
    ["a list of nothing known", { type: "array" }, "json"],
    ["no type", { description: "Odd." }, "json"],
    ["a type unheard of", { type: "tuple" }, "json"],
    ["a date", { type: "string", format: "date-time" }, "date_time"],
    ["a type that may be null", { type: ["null", "integer"] }, "integer"],
    ["a number", { type: "number" }, "number"],
    ["nothing at all", null, "json"],
  ])("makes of %s a field", (_, property, kind) => {
    expect(fieldOf({ schema: text, it: property }, "config.it")?.kind).toBe(kind);
  });

  it("knows secrets by their name where they are not flagged, inside objects too", () => {
    const client = { type: "object", properties: { client_id: text, client_secret: text } };
    const form = sampleForm(
      { schema: text, private_key: text },
      { auth: { properties: { client_access: client } } },
    );
    expect(form.by_path.get("auth.client_access.client_secret")).toMatchObject({
      kind: "secret",
      secret: true,
    });
    expect(form.by_path.get("auth.client_access.client_id")).toMatchObject({ kind: "text", secret: false });
    expect(form.by_path.get("config.private_key")).toMatchObject({ kind: "secret_lines", secret: true });
  });

  it("labels in words, and tells the unit and how a date is written", () => {
    const form = sampleForm({
      schema: text,
      api_base_url: { ...text, title: "" },
      look_back_days: { type: "integer" },
      since: {
        ...text,
        title: "Since",
        description: "The first day, as `YYYY-MM-DD`.<br>See [docs](https://x).",
      },
    });
    expect(form.by_path.get("config.api_base_url")?.label).toBe("API base URL");
    expect(form.by_path.get("config.look_back_days")?.unit).toBe("days");
    expect(form.by_path.get("config.since")).toMatchObject({
      label: "Since",
      unit: "yyyy-mm-dd",
      help: "The first day, as YYYY-MM-DD. See docs.",
    });
  });

  it("reads what stands for an absent value from the description, where it fits", () => {
    const form = sampleForm({
      schema: text,
      way: { type: "object", enum: ["Directly", "SshTunnel"], description: "Default value: `Directly`." },
      on: { type: "boolean", description: "Default value: `false`." },
      days: { type: "integer", description: "Between 0 and 7 days. The default is 2 days." },
      odd: { type: "object", enum: ["A"], description: "Default value: `B`." },
    });
    const standing = (name: string) => form.by_path.get(`config.${name}`)?.standing;
    expect(["way", "on", "days", "odd"].map(standing)).toEqual(["Directly", false, 2, null]);
  });

  it("shows what Fivetran no longer wants only where it has a value", () => {
    const form = sampleForm({ schema: text, old: { ...text, fieldStatus: "sunset" }, new: text });
    expect(form.by_path.get("config.old")?.retired).toBe(true);
    expect(form.groups.find(({ id }) => id === "other")?.more.map(({ name }) => name)).toEqual(["old"]);
  });

  it("keeps what only answers carry apart", () => {
    const form = sampleForm({ schema: text, public_key: { ...text, readonly: true } });
    expect(form.readonly.map(({ path }) => path)).toEqual(["config.public_key"]);
    expect(form.groups).toEqual([]);
  });

  it("puts credentials last in a group and eight fields before more", () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`name_${at}`, text]));
    const form = sampleForm({ schema: text, api_key: text, user: text, ...many });
    const source = form.groups.find(({ id }) => id === "source");
    expect([source?.fields.length, source?.more.length]).toEqual([8, 4]);
    expect(form.groups.find(({ id }) => id === "sign_in")?.fields.map(({ name }) => name)).toEqual([
      "user",
      "api_key",
    ]);
  });
});

describe("the names of a connection", () => {
  const named = (required: string[], properties: string[]) =>
    connectorForm({
      id: "sample",
      name: "Sample",
      type: "File",
      config: { required, properties: Object.fromEntries(properties.map((name) => [name, text])) },
    });

  it.each([
    ["schema", ["schema"], ["schema"]],
    ["schema_table", ["schema", "table"], ["schema", "table"]],
    ["schema_prefix", ["schema_prefix"], ["schema_prefix"]],
    ["schema_table_group", ["schema", "table_group_name"], ["schema", "table_group_name"]],
  ])("are those of %s", (format, required, names) => {
    const form = named(required, [...required, "other"]);
    expect([form.format, form.names.map(({ name }) => name)]).toEqual([format, names]);
    expect(form.names.every((field) => field.required && field.immutable)).toBe(true);
  });

  it("are told by the fields there are where nothing is said to be required", () => {
    expect(named([], ["schema_prefix", "host"]).format).toBe("schema_prefix");
    expect(named([], []).names.map(({ path }) => path)).toEqual(["config.schema"]);
  });

  it("leave a schema of the source alone where the prefix names the connection", () => {
    const form = named(["schema_prefix"], ["schema_prefix", "schema"]);
    expect(form.names.map(({ name }) => name)).toEqual(["schema_prefix"]);
    expect(form.by_path.get("config.schema")).toMatchObject({ required: false, immutable: false });
  });
});

describe("what is said of a type", () => {
  it("tells what the API can do for it, and how its schema is seen first", () => {
    const form = sampleForm(
      { schema: text },
      { type: "Database", supported_features: [{ id: "PRIVATE_NETWORKING" }] },
    );
    expect(form).toMatchObject({
      flow: "reload",
      api_configurable: false,
      auth_via_api: false,
      private_networking: true,
    });
    expect(sampleForm({ schema: text })).toMatchObject({
      flow: "capture",
      api_configurable: true,
      oauth: true,
    });
  });
});

it("never throws, whatever the metadata is", () => {
  const odd = fc.jsonValue({ maxDepth: 4 });
  const key = fc.oneof(
    fc.constantFrom("type", "properties", "items", "enum", "required", "__proto__", "config"),
    fc.string(),
  );
  const node = fc.dictionary(key, fc.oneof(odd, fc.constantFrom("object", "array", "string", "integer")));
  const trees = fc.record({ config: fc.oneof(odd, node), auth: fc.oneof(odd, node) });
  fc.assert(
    fc.property(trees, node, ({ config, auth }, properties) => {
      const form = connectorForm({
        id: "s3",
        name: "S3",
        type: "File",
        config,
        auth,
        external_secrets_keys_config: { properties },
      });
      const values = emptyValues(form);
      checkSettings(form, values, { mode: "create" });
      settingsOf(form, values);
      withoutSecrets(form, config);
    }),
    { seed: 7, numRuns: 300 },
  );
});
