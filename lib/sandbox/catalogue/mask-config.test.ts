import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MASK } from "@/lib/model/connector/mask";
import { isSecretName } from "@/lib/model/connector/secret-name";
import type { ConfigKind } from "@/lib/sandbox/catalogue/config-fields";
import { configFields } from "@/lib/sandbox/catalogue/config-fields";
import type { Field, FieldShape } from "@/lib/sandbox/catalogue/field";
import { maskConfig, secretPaths } from "@/lib/sandbox/catalogue/mask-config";
import { destinationServices, serviceOf, services } from "@/lib/sandbox/catalogue/service";

describe("maskConfig", () => {
  it("replaces secrets and leaves the rest as it was", () => {
    const config = { host: "db.example.com", port: 5432, password: "hunter2", always_encrypted: true };
    expect(maskConfig("postgres", config)).toEqual({ ...config, password: MASK });
    expect(config.password).toBe("hunter2");
  });

  it("masks what the document forgot to flag: client_secret and refresh_token inside auth", () => {
    const auth = { client_access: { client_id: "id", client_secret: "s1" }, refresh_token: "s2" };
    expect(maskConfig("salesforce", auth, "auth")).toEqual({
      client_access: { client_id: "id", client_secret: MASK },
      refresh_token: MASK,
    });
  });

  it("masks the values but not the keys of secrets_list, and leaves custom_payloads readable", () => {
    const config = {
      secrets_list: [{ key: "API", value: "s" }],
      custom_payloads: [{ key: "page", value: "7" }],
    };
    expect(maskConfig("aws_lambda", config)).toEqual({
      ...config,
      secrets_list: [{ key: "API", value: MASK }],
    });
  });

  it("masks every item of an array of secrets", () => {
    expect(maskConfig("github", { pats: ["one", "two"] })).toEqual({ pats: [MASK, MASK] });
  });

  it("masks all of a secret whose inside the document does not describe", () => {
    const config = { gcs_service_account_credentials: { private_key_id: "a", nested: [{ b: "c" }] } };
    expect(maskConfig("snowflake", config, "destination_config")).toEqual({
      gcs_service_account_credentials: { private_key_id: MASK, nested: [{ b: MASK }] },
    });
  });

  it("masks by name where a value does not have the shape the document gives it", () => {
    expect(maskConfig("aws_lambda", { secrets_list: ["plain"] })).toEqual({ secrets_list: [MASK] });
    expect(maskConfig("postgres", { password: { deep: "s" } })).toEqual({ password: { deep: MASK } });
    expect(maskConfig("postgres", { api_token: 12345 })).toEqual({ api_token: MASK });
  });

  it("leaves null and empty as they are, so that unset does not look set", () => {
    expect(maskConfig("postgres", { password: null, client_private_key: "" })).toEqual({
      password: null,
      client_private_key: "",
    });
  });

  it("keeps a key named __proto__", () => {
    const config = JSON.parse('{"__proto__": "x"}');
    expect(Object.entries(maskConfig("postgres", config))).toEqual([["__proto__", "x"]]);
  });

  it("does not mask names of secrets: those of an external secrets manager", () => {
    const keys = { password: "PASSWORD_KEY" };
    expect(maskConfig("postgres", keys, "external_secrets_keys_config")).toEqual(keys);
  });

  it("refuses a service that does not exist", () => {
    expect(() => maskConfig("constructor", {})).toThrow("There is no service 'constructor'.");
  });
});

const leaf = fc.constant("leaf");

/** The same value with its texts numbered, so that no text occurs twice nor within another. */
function numbered<T>(value: T): T {
  let count = 0;
  return JSON.parse(JSON.stringify(value).replaceAll('"leaf"', () => `"leaf-${count++}."`));
}

/** Any value of a shape, its free texts all `leaf`. */
function anyOf(shape: FieldShape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "string":
      return leaf;
    case "integer":
    case "number":
      return fc.integer();
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...shape.options);
    case "array":
      return fc.array(anyOf(shape.items), { maxLength: 2 });
    case "object":
      return shape.fields.length > 0
        ? recordOf(shape.fields)
        : fc.dictionary(fc.uuid(), leaf, { maxKeys: 2 });
  }
}

function recordOf(fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, anyOf(field.shape)])));
}

/** The texts at secret places, found by walking the shapes without the code under test. */
function secretsIn(value: unknown, shape: FieldShape, name: string): string[] {
  if (shape.kind === "array")
    return (value as unknown[]).flatMap((item) => secretsIn(item, shape.items, name));
  if (shape.kind === "object") {
    return shape.fields.flatMap((field) =>
      secretsIn((value as Record<string, unknown>)[field.name], field.shape, field.name),
    );
  }
  const named =
    /(?:password|client_secret|refresh_token|access_token|private_key|api_key|api_token|passphrase)$/.test(
      name,
    );
  return shape.kind === "string" && (shape.format === "password" || named) ? [String(value)] : [];
}

const kinds: [ConfigKind, string[]][] = [
  ["config", services()],
  ["auth", services().filter((id) => serviceOf(id)?.auth)],
  ["destination_config", destinationServices()],
];

describe.each(kinds)("maskConfig on any generated %s", (kind, ids) => {
  it("leaves no secret value, and puts one mask for each text it hides", () => {
    const drawn = fc
      .constantFrom(...ids)
      .chain((id) =>
        recordOf(configFields(id, kind).settable).map((config) => [id, numbered(config)] as const),
      );
    fc.assert(
      fc.property(drawn, ([id, config]) => {
        const shape: FieldShape = { kind: "object", fields: configFields(id, kind).settable };
        const text = JSON.stringify(maskConfig(id, config, kind));
        for (const secret of secretsIn(config, shape, "")) expect(text).not.toContain(secret);
        const plain = JSON.stringify(config).match(/leaf-\d+\./g) ?? [];
        const hidden = plain.filter((leaf) => !text.includes(leaf)).length;
        expect(text.split(MASK).length - 1).toBe(hidden);
      }),
      { numRuns: 400 },
    );
  });
});

describe("secretPaths", () => {
  it("lists the secrets of a service, the unflagged and the nested among them", () => {
    expect(secretPaths("postgres")).toEqual(["client_private_key", "password"]);
    expect(secretPaths("salesforce", "auth")).toEqual(["client_access.client_secret", "refresh_token"]);
    expect(secretPaths("connector_sdk")).toEqual(["secrets_list.value"]);
    expect(secretPaths("github")).toEqual(["pats", "private_key"]);
    expect(secretPaths("postgres", "external_secrets_keys_config")).toEqual([]);
  });

  it("holds every field of password format of every service", () => {
    for (const id of services()) {
      const flagged = configFields(id, "config").settable.filter(
        ({ shape }) => shape.kind === "string" && shape.format === "password",
      );
      expect(secretPaths(id)).toEqual(expect.arrayContaining(flagged.map((field) => field.name)));
    }
  });
});

it("tells the names of secrets from names that merely sound like them", () => {
  for (const name of [
    "password",
    "client_secret",
    "tde_private_key",
    "secrets",
    "secret_value",
    "oauth_token",
  ]) {
    expect([name, isSecretName(name)]).toEqual([name, true]);
  }
  for (const name of [
    "access_key_id",
    "public_key",
    "key",
    "primary_keys",
    "is_keypair",
    "token_url_region",
  ]) {
    expect([name, isSecretName(name)]).toEqual([name, false]);
  }
});
