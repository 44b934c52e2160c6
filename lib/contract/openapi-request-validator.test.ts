import { describe, expect, test } from "vitest";
import { openapiRequestValidator } from "@/lib/contract/openapi-request-validator";
import { openapiPath } from "@/lib/env";

const path = openapiPath();
const headers = {
  accept: "application/json;version=2",
  authorization: "Basic c2FuZGJveA==",
  "content-type": "application/json",
};

describe.skipIf(path === null)("A request held against Fivetran's OpenAPI document", () => {
  const validate = path === null ? null : openapiRequestValidator(path);
  const check = (method: string, target: string, body = "", sent: Record<string, string> = headers) =>
    validate?.({ method, target, body, headers: sent });

  test("is known by verb and address, a literal segment before a name", () => {
    expect(check("GET", "/v1/connections?limit=1000&cursor=abc")).toEqual({
      operation: "list_connections",
      faults: [],
    });
    expect(check("POST", "/v1/connections/a_b/schemas/tables/resync", '{"public":["t"]}')).toEqual({
      operation: "resync_tables",
      faults: [],
    });
    expect(check("PUT", "/v1/connections")?.operation).toBeNull();
    expect(check("GET", "/v1/connections/")?.operation).toBeNull();
  });

  test("is known too where a listed difference says that the document is older, but not by an older spelling", () => {
    const target = "/v1/connections/a_b/sync-history?start_time=x&limit=10";
    expect(check("GET", target)).toEqual({ operation: "connection_sync_history", faults: [] });
    expect(check("GET", `${target}&duration=1`)?.faults).toEqual(["query: duration is not a parameter"]);
    expect(check("POST", "/v1/connections/a_b/force")?.operation).toBeNull();
  });

  test("may send what a listed difference covers", () => {
    expect(check("PATCH", "/v1/connections/a_b", '{"sync_frequency":360}')?.faults).toEqual([]);
  });

  test("may leave out a field that a listed difference says is not needed, and no other", () => {
    const columns = { id: { hashed: true } };
    const body = JSON.stringify({ schemas: { public: { tables: { users: { columns } } } } });
    expect(check("PATCH", "/v1/connections/a_b/schemas", body)?.faults).toEqual([]);
    expect(check("POST", "/v1/connections", '{"service":"stripe"}')?.faults).toContainEqual(
      expect.stringContaining("required property 'group_id'"),
    );
  });

  test("is told a wrong type, an unknown field, an unknown parameter and a body that is none", () => {
    expect(check("PATCH", "/v1/connections/a_b", '{"paused":"yes"}')?.faults).toEqual([
      "body /paused: must be boolean",
    ]);
    expect(check("PATCH", "/v1/connections/a_b", '{"pausd":true}')?.faults).toEqual([
      "body /pausd: is not a known field",
    ]);
    expect(check("GET", "/v1/connections?page=2")?.faults).toEqual(["query: page is not a parameter"]);
    expect(check("PATCH", "/v1/connections/a_b", "{")?.faults).toEqual(["body: is not JSON"]);
    expect(check("GET", "/v1/connections", "{}")?.faults).toEqual(["body: the operation takes none"]);
  });

  test("of a creation is held against the request of its service", () => {
    const body = (more: object) => JSON.stringify({ group_id: "g", service: "postgres", ...more });
    const config = { schema_prefix: "shop", connection_type: "SshTunnel", port: 5432 };
    expect(check("POST", "/v1/connections", body({ config }))?.faults).toEqual([]);
    expect(check("POST", "/v1/connections", body({ config: { ...config, port: "x" } }))?.faults).toEqual([
      "body /config/port: must be integer",
    ]);
    expect(check("POST", "/v1/connections", body({ config, auth: {} }))?.faults).toEqual([
      "body /auth: is not a known field",
    ]);
    expect(check("POST", "/v1/connections", body({ config: {} }))?.faults).toHaveLength(1);
  });

  test("has to ask for JSON, sign in by Basic and name the type of its body", () => {
    expect(check("PATCH", "/v1/connections/a_b", "{}", { accept: "*/*" })?.faults).toHaveLength(3);
  });
});
