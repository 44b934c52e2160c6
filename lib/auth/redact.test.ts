import { describe, expect, test } from "vitest";
import { rememberSecrets } from "@/lib/auth/known-secrets";
import { MASK, REDACTED, redact, redactText } from "@/lib/auth/redact";
import { redactRequest } from "@/lib/auth/redact-request";
import { isSecretName } from "@/lib/auth/secret-name";
import { readOpenapi } from "@/lib/contract/openapi-document";
import { openapiPath } from "@/lib/env";

const CANARY = "canary-4f1d9c";

describe("a canary under a secret name does not come through", () => {
  test.each([
    "password",
    "Password",
    "passphrase",
    "pgp_pass_phrase",
    "client_secret",
    "clientSecret",
    "refresh_token",
    "access-token",
    "api_key",
    "apiKey",
    "private_key",
    "tde_private_key",
    "authorization",
    "Set-Cookie",
    "secrets_list",
    "abs_connection_string",
    "storage_account_key",
    "x_api_key",
    "key",
  ])("%s", (name) => {
    expect(JSON.stringify(redact({ [name]: CANARY }))).not.toContain(CANARY);
    expect(JSON.stringify(redact({ a: [{ [name]: { deep: [CANARY, 4711] } }] }))).not.toMatch(/canary|4711/);
    expect(JSON.stringify(redact(new Map([["m", { [name]: new Set([CANARY]) }]])))).not.toContain(CANARY);
  });

  test("under `auth`, whatever its fields are called", () => {
    expect(JSON.stringify(redact({ auth: { client_access: { client_id: CANARY } } }))).not.toContain(CANARY);
  });
});

test("what is no secret stays: names, ids, booleans, null, public keys, approvals", () => {
  const value = {
    schema: "token_shop",
    is_primary_key: true,
    public_key: "ssh-rsa AAAA",
    hash: "abc",
    encoded_cert: "MIIB",
    external_secrets_manager_id: "esm_1",
    password: null,
    trust_certificates: false,
    sync_frequency: 60,
  };
  expect(redact(value)).toEqual(value);
});

test("a column called password is a column, not a secret", () => {
  const value = {
    schemas: { secret: { tables: { token: { columns: { password: { hashed: true, note: "x" } } } } } },
  };
  expect(redact(value)).toEqual(value);
});

test("a key called __proto__ survives and changes no prototype", () => {
  const clean = redact(JSON.parse('{"tables":{"__proto__":{"enabled":true}}}')) as { tables: object };
  expect(Object.keys(clean.tables)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(clean.tables)).toBe(Object.prototype);
});

test("a field that Fivetran's metadata gives the format password is secret, in objects and lists", () => {
  const metadata = {
    properties: {
      app_id: { format: "password" },
      host: {},
      reports: { items: { properties: { short_code: { format: "password" } } } },
    },
  };
  const value = { app_id: CANARY, host: "db.example.org", reports: [{ short_code: CANARY }] };
  expect(redact(value, { metadata })).toEqual({
    app_id: REDACTED,
    host: "db.example.org",
    reports: [{ short_code: REDACTED }],
  });
});

test("a field that Fivetran masks is secret", () => {
  expect(redact({ user: CANARY, host: "h" }, { masked: { user: MASK, host: "h" } })).toEqual({
    user: REDACTED,
    host: "h",
  });
});

test("circles end", () => {
  const circle: Record<string, unknown> = { a: 1 };
  circle.self = circle;
  expect(redact(circle)).toEqual({ a: 1, self: "[circular]" });
});

describe("a text loses", () => {
  test.each([
    ["a Basic header", `Authorization: Basic ${btoa(CANARY + CANARY)}`, btoa(CANARY + CANARY)],
    ["a Bearer header", `bearer ${CANARY}`, CANARY],
    ["a JSON web token", "see ?auth=eyJhbGciOiJIUzI1.eyJzdWIiOiIx.c2lnbmF0dXJl now", "c2lnbmF0dXJl"],
    ["the password of an URL", `postgres://bob:${CANARY}@db/x`, CANARY],
    ["a private key", `-----BEGIN RSA PRIVATE KEY-----\n${CANARY}\n-----END RSA PRIVATE KEY-----`, CANARY],
    ["the start of a private key that was cut off", `-----BEGIN PRIVATE KEY-----\n${CANARY}`, CANARY],
  ])("%s", (_name, text, secret) => {
    expect(redactText(text)).not.toContain(secret);
  });

  test("the configured key and secret, also in the names of fields and in errors", () => {
    rememberSecrets(["configured-secret-77"]);
    const everywhere = {
      "configured-secret-77": "x configured-secret-77 y",
      e: new Error("configured-secret-77"),
    };
    expect(JSON.stringify(redact(everywhere))).not.toContain("secret-77");
  });

  test("nothing else", () => {
    const text = "Basic checks: 3 of 4, see https://fivetran.com/docs/a:b@c and user@example.org";
    expect(redactText(text)).toBe(text);
  });
});

describe("the settings in a request", () => {
  const body = {
    paused: true,
    config: { host: CANARY, port: 5432, on: true, list: [CANARY] },
    auth: { a: CANARY },
  };

  test("lose every text and number while no metadata tells which are harmless", () => {
    expect(redactRequest(body)).toEqual({
      paused: true,
      config: { host: REDACTED, port: REDACTED, on: true, list: [REDACTED] },
      auth: { a: REDACTED },
    });
  });

  test("keep what metadata describes as no secret", () => {
    const metadata = { properties: { list: { format: "password" } } };
    expect(redactRequest(body, metadata)).toMatchObject({ config: { host: CANARY, list: [REDACTED] } });
  });
});

describe.skipIf(openapiPath() === null)("Fivetran's OpenAPI document", () => {
  /** Marked as password for some connector type, harmless for others: only metadata can tell. */
  const PLAIN_ELSEWHERE =
    /^(api_user_?(identifier|name)|app_id|audience|business_id|certificate(_id)?|client_(id|name|cert|certificate)|container_name|function_trigger|hostname|primary_key|public_key|query_param_value|(s3_?)?(export_)?role_arn|shard_authorization_id|short_code|snc_certificate_source|tde_certificate(_backup|_path)?|tenant_id|trusted_cert|username|user_key|value|windows_auth_(client|server)_certificate|ws_certificate)$/;

  test("marks no field as password that a name would not give away, but for those plain elsewhere", () => {
    const names = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      const { properties } = node as { properties?: Record<string, { format?: string }> };
      for (const [name, field] of Object.entries(properties ?? {})) {
        if (field?.format === "password") names.add(name);
      }
      for (const child of Object.values(node)) walk(child);
    };
    walk(readOpenapi(openapiPath() ?? "").components);
    expect(names.size).toBeGreaterThan(100);
    expect([...names].filter((name) => !isSecretName(name) && !PLAIN_ELSEWHERE.test(name))).toEqual([]);
  });
});
