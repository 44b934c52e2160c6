import { describe, expect, it } from "vitest";
import { services } from "@/lib/sandbox/catalogue/service";
import { validateConfig } from "@/lib/sandbox/catalogue/validate-config";

const create = { partial: false } as const;
const patch = { partial: true } as const;
const paths = (issues: ReturnType<typeof validateConfig>) => issues?.map((issue) => issue.path);

describe("validateConfig", () => {
  it("takes a full postgres config", () => {
    const config = {
      schema_prefix: "prod",
      host: "db.example.com",
      port: 5432,
      database: "app",
      user: "fivetran",
      password: "p",
      connection_type: "SshTunnel",
      tunnel_host: "bastion.example.com",
      tunnel_port: 22,
      tunnel_user: "fivetran",
      always_encrypted: true,
      update_method: "XMIN",
    };
    expect(validateConfig("postgres", config, create)).toBeNull();
  });

  it("asks for the keys of the schema format on creation only", () => {
    expect(validateConfig("postgres", {}, create)).toEqual([
      { path: "schema_prefix", message: "Field 'schema_prefix' is required" },
    ]);
    expect(paths(validateConfig("google_sheets", { schema: "s" }, create))).toEqual(["table"]);
    expect(validateConfig("postgres", {}, patch)).toBeNull();
  });

  it("takes table in the place of table_group_name for file sources", () => {
    expect(validateConfig("s3", { schema: "s", table: "t" }, create)).toBeNull();
    expect(validateConfig("s3", { schema: "s", table_group_name: "g" }, create)).toBeNull();
    expect(paths(validateConfig("s3", { schema: "s" }, create))).toEqual(["table_group_name"]);
  });

  it("lets null clear any field but a required one", () => {
    expect(validateConfig("postgres", { tunnel_host: null, port: null }, patch)).toBeNull();
    expect(paths(validateConfig("postgres", { schema_prefix: null }, patch))).toEqual(["schema_prefix"]);
  });

  it("refuses keys that the service does not have, and keys that only answers have", () => {
    expect(
      validateConfig("postgres", { connection_method: "SSH", public_key: "k", constructor: 1 }, patch),
    ).toEqual([
      { path: "connection_method", message: "Field 'connection_method' is unknown" },
      { path: "public_key", message: "Field 'public_key' is read-only" },
      { path: "constructor", message: "Field 'constructor' is unknown" },
    ]);
  });

  it("reads integers sent as text and nothing else across types", () => {
    expect(validateConfig("postgres", { port: "5432" }, patch)).toBeNull();
    for (const port of ["54x2", 5432.5, true, "", [5432], 2 ** 31]) {
      expect(validateConfig("postgres", { port }, patch)).toEqual([
        { path: "port", message: "Field 'port' must be an integer" },
      ]);
    }
    expect(paths(validateConfig("postgres", { always_encrypted: "true", host: 1 }, patch))).toEqual([
      "always_encrypted",
      "host",
    ]);
  });

  it("compares enums exactly, but a connection's kind without case or underscores", () => {
    expect(validateConfig("postgres", { connection_type: "SSH_TUNNEL" }, patch)).toBeNull();
    expect(validateConfig("postgres", { connection_type: "Carrier" }, patch)).toHaveLength(1);
    expect(validateConfig("postgres", { auth_method: "password" }, patch)).toEqual([
      {
        path: "auth_method",
        message: "Field 'auth_method' must be one of: ENTRA_ID, PASSWORD, CLIENT_CERTIFICATE, AWS_IAM",
      },
    ]);
  });

  it("takes the update methods that clients send though the document lacks them, per family", () => {
    expect(validateConfig("heroku_postgres", { update_method: "XMIN" }, patch)).toBeNull();
    expect(validateConfig("sql_server_hva", { update_method: "TELEPORT" }, patch)).toBeNull();
    expect(validateConfig("mysql", { update_method: "XMIN" }, patch)).toHaveLength(1);
  });

  it("refuses a mask sent back, at any depth", () => {
    const config = { password: "******" };
    expect(paths(validateConfig("postgres", config, patch))).toEqual(["password"]);
    const secrets = { secrets_list: [{ key: "a", value: "******" }] };
    expect(paths(validateConfig("aws_lambda", secrets, patch))).toEqual(["secrets_list.0.value"]);
    expect(paths(validateConfig("github", { pats: ["a", "******"] }, patch))).toEqual(["pats.1"]);
  });

  it("looks into arrays of objects and says which item is wrong", () => {
    const files = [
      { table_name: "a", file_pattern: ".*" },
      { table_name: 1 },
      { shape: "round" },
      null,
      "text",
    ];
    expect(paths(validateConfig("s3", { files }, patch))).toEqual([
      "files.1.table_name",
      "files.2.shape",
      "files.3",
      "files.4",
    ]);
  });

  it("checks auth, external secrets keys and destinations by the same rules", () => {
    const auth = { client_access: { client_id: "i", client_secret: "s", other: "x" }, refresh_token: 5 };
    expect(paths(validateConfig("salesforce", auth, { ...patch, kind: "auth" }))).toEqual([
      "client_access.other",
      "refresh_token",
    ]);
    expect(paths(validateConfig("postgres", { token: "x" }, { ...patch, kind: "auth" }))).toEqual(["token"]);
    expect(
      validateConfig("postgres", { password: "KEY" }, { ...create, kind: "external_secrets_keys_config" }),
    ).toBeNull();
    const destination = {
      host: "h",
      port: "443",
      auth: "KEY_PAIR",
      private_key: "k",
      connection_type: "directly",
    };
    expect(validateConfig("snowflake", destination, { ...create, kind: "destination_config" })).toBeNull();
  });

  it("refuses what is not an object at all", () => {
    for (const config of [null, [], "x", 1, undefined]) {
      expect(validateConfig("postgres", config, patch)).toHaveLength(1);
    }
  });

  it("takes a bare creation of each of the 773 types with only its required keys", () => {
    for (const id of services()) {
      const issues = validateConfig(id, {}, create) ?? [];
      const config = Object.fromEntries(issues.map((issue) => [issue.path, "name"]));
      expect([id, validateConfig(id, config, create)]).toEqual([id, null]);
    }
  });
});
