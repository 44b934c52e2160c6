import { describe, expect, it } from "vitest";
import { connectionNameOf, nameTaken } from "@/lib/model/connector/connection-name";
import { fieldOfMessage } from "@/lib/model/connector/field-of-message";
import { sampleForm, typedInto } from "@/lib/model/connector/form-sample";
import { nameWarnings } from "@/lib/model/connector/name-warnings";
import { networkChoices, networkMethodOf } from "@/lib/model/connector/network-method";
import { newConnectionOf } from "@/lib/model/connector/new-connection";
import type { SetupValues } from "@/lib/model/setup-draft";

const text = { type: "string" };
const plain = sampleForm({ schema: text }, { supported_features: [{ id: "PRIVATE_NETWORKING" }] });
const own = sampleForm({
  schema: text,
  connection_method: { type: "object", enum: ["SSH_TUNNEL", "DIRECT", "PRIVATE_LINK"] },
  tunnel_host: text,
});

function draft(settings: SetupValues["settings"], changes: Partial<SetupValues> = {}): SetupValues {
  return {
    group_id: "g",
    destination_schema_names: "FIVETRAN_NAMING",
    settings,
    network: {
      networking_method: null,
      private_link_id: null,
      proxy_agent_id: null,
      hybrid_deployment_agent_id: null,
    },
    authorise_by: "fields",
    schedule: { schedule_type: "auto", sync_frequency: 360, daily_sync_time: "03:00" },
    ...changes,
  };
}

describe("a creation", () => {
  it("is paused and untested, with a daily time only where it syncs daily", () => {
    const settings = typedInto(plain, { "config.schema": "s" });
    expect(newConnectionOf(plain, draft(settings))).toEqual({
      group_id: "g",
      service: "sample",
      destination_schema_names: "FIVETRAN_NAMING",
      paused: true,
      run_setup_tests: false,
      schedule_type: "auto",
      sync_frequency: 360,
      config: { schema: "s" },
    });
    const daily = { schedule_type: "auto", sync_frequency: 1440, daily_sync_time: "03:00" } as const;
    expect(newConnectionOf(plain, draft(settings, { schedule: daily }))).toMatchObject({
      daily_sync_time: "03:00",
    });
  });

  const ids = { private_link_id: "link", proxy_agent_id: "proxy", hybrid_deployment_agent_id: "agent" };

  it("says how the source is reached beside config where the type has no field for it", () => {
    const settings = typedInto(plain, { "config.schema": "s" });
    const network = { networking_method: "PrivateLink", ...ids } as const;
    const request = newConnectionOf(plain, draft(settings, { network }));
    expect(request).toMatchObject({
      networking_method: "PrivateLink",
      private_link_id: "link",
      hybrid_deployment_agent_id: "agent",
    });
    expect(request).not.toHaveProperty("proxy_agent_id");
  });

  it("says it in config where the type has one", () => {
    const settings = typedInto(own, { "config.schema": "s", "config.connection_method": "PRIVATE_LINK" });
    const network = { networking_method: "SshTunnel", ...ids } as const;
    const request = newConnectionOf(own, draft(settings, { network }));
    expect(request.config).toEqual({ schema: "s", connection_method: "PRIVATE_LINK" });
    expect(request).not.toHaveProperty("networking_method");
    expect(request.private_link_id).toBe("link");
  });

  it("offers the ways that the type lists, whatever their spelling", () => {
    expect(networkChoices(own).map(({ method }) => method)).toEqual(["SshTunnel", "Directly", "PrivateLink"]);
    expect(networkChoices(plain).map(({ method }) => method)).toEqual(["Directly", "PrivateLink"]);
    expect(networkMethodOf(own, draft(typedInto(own, { "config.connection_method": "SSH_TUNNEL" })))).toBe(
      "SshTunnel",
    );
    expect(networkMethodOf(plain, draft(typedInto(plain, {})))).toBeNull();
  });
});

describe("the name", () => {
  const files = sampleForm(
    {},
    {
      config: {
        required: ["schema", "table_group_name"],
        properties: { schema: text, table_group_name: text, table: text },
      },
    },
  );

  it("is put together as the type's format says, and is empty while a part lacks", () => {
    expect(connectionNameOf(plain, typedInto(plain, { "config.schema": " sales " }))).toBe("sales");
    expect(connectionNameOf(files, typedInto(files, { "config.schema": "s" }))).toBe("");
    expect(
      connectionNameOf(files, typedInto(files, { "config.schema": "s", "config.table_group_name": "g" })),
    ).toBe("s.g");
    expect(connectionNameOf(files, typedInto(files, { "config.schema": "s", "config.table": "t" }))).toBe(
      "s.t",
    );
  });

  it("is taken within its group only", () => {
    const rows = [{ id: "c", group_id: "g", schema: "Sales" }];
    expect(nameTaken(rows, "g", "sales")).toBe("c");
    expect(nameTaken(rows, "other", "sales")).toBeUndefined();
    expect(nameTaken(rows, "g", "")).toBeUndefined();
  });

  it.each([
    ["sales_crm", null],
    ["_2024", null],
    ["Sales", "Fivetran asks for lower-case letters, digits and underscores only."],
    ["2024", "Fivetran asks for names that do not begin with a digit."],
    ["a.b", "A dot parts schema and table in a connection's name: better leave it out."],
  ])("%s is thought over", (name, message) => {
    const values = typedInto(plain, { "config.schema": name });
    expect(nameWarnings(plain, values, "FIVETRAN_NAMING")[0]?.message ?? null).toBe(message);
  });

  it("may be anything under the source's naming", () => {
    expect(nameWarnings(plain, typedInto(plain, { "config.schema": "Sales" }), "SOURCE_NAMING")).toEqual([]);
  });
});

describe("the field that a message names", () => {
  const form = sampleForm(
    {
      schema: text,
      host: text,
      user: text,
      tunnel_host: text,
      files: { type: "array", items: { type: "object", properties: { table_name: text } } },
    },
    {
      auth: {
        properties: { client_access: { type: "object", properties: { client_secret: text } }, user: text },
      },
    },
  );

  it.each([
    ["Field 'host' is required", "config.host"],
    ["Field 'config.host' must be a string", "config.host"],
    ["Field 'files.0.table_name' must be a string", "config.files.0.table_name"],
    ["config.files[2].table_name is wrong", "config.files.2.table_name"],
    ["Invalid value for auth.client_access.client_secret", "auth.client_access.client_secret"],
    ["client_secret is not valid", "auth.client_access.client_secret"],
    ["Could not reach tunnel_host.", "config.tunnel_host"],
    ["A connection named \"sales\" exists; change 'schema'", "config.schema"],
    ["The user could not reach the host", null],
    ["Field 'constructor' is unknown", null],
    ["", null],
  ])("%s", (message, path) => {
    expect(fieldOfMessage(form, message)).toBe(path);
  });
});
