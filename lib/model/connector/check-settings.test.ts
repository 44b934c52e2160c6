import { describe, expect, it } from "vitest";
import { checkSettings } from "@/lib/model/connector/check-settings";
import { sampleForm, typedInto } from "@/lib/model/connector/form-sample";

const text = { type: "string" };
const secret = { type: "string", format: "password" };
const BODY = "MIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEAq7BF";
const pem = (label: string, body = BODY) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;

const form = sampleForm(
  {
    schema: text,
    port: { type: "integer" },
    share: { type: "number" },
    on: { type: "boolean" },
    way: { type: "object", enum: ["A", "B"] },
    since: { type: "string", format: "date-time" },
    extra: { type: "object" },
    hosts: { type: "array", items: text },
    ids: { type: "array", items: { type: "integer" } },
    client_private_key: secret,
    client_certificate: text,
    password: { ...secret, nullable: true },
    host: text,
    files: {
      type: "array",
      items: { type: "object", properties: { table: text, size: { type: "integer" } }, required: ["table"] },
    },
    pats: { type: "array", format: "password", items: secret },
  },
  { auth: { properties: { api_key: secret } } },
);

function messages(given: Record<string, unknown>): string[] {
  const values = typedInto(form, { "config.schema": "s", ...given });
  return checkSettings(form, values, { mode: "create" }).map(({ path, message }) => `${path}: ${message}`);
}

describe("what is typed", () => {
  it("is fine when it is empty but for what is needed", () => {
    expect(messages({})).toEqual([]);
    expect(messages({ "config.schema": " " })).toEqual(["config.schema: Schema is needed."]);
  });

  it.each([
    ["config.port", "5432x", "This must be a whole number."],
    ["config.port", "1.5", "This must be a whole number."],
    ["config.port", "70000", "A port is a number from 1 to 65535."],
    ["config.share", "much", "This must be a number."],
    ["config.way", "C", "Choose one of: A, B."],
    ["config.since", "tomorrow", "This must be a date and time, such as 2026-01-31T08:00:00Z."],
    ["config.extra", '{"a": 1,\n}', "Not JSON: see line 2, character 1."],
    ["config.extra", '{"a": 1', "Not JSON: it ends too early, or is not closed."],
    ["config.password", "******", "This is the mask that Fivetran shows, not the value."],
    ["config.client_private_key", pem("PUBLIC KEY"), "This is a public key; the private key is needed."],
    ["config.client_private_key", pem("CERTIFICATE"), "This is a certificate; the private key is needed."],
    [
      "config.client_certificate",
      pem("RSA PRIVATE KEY"),
      "This is a private key; the certificate is needed.",
    ],
    [
      "config.client_private_key",
      pem("PRIVATE KEY").slice(0, -25),
      "This is cut off: its -----END line is missing.",
    ],
    [
      "config.client_private_key",
      pem("PRIVATE KEY", "not base64!"),
      "Something between -----BEGIN and -----END is damaged: it is not base64.",
    ],
  ])("%s %j is refused", (path, value, message) => {
    expect(messages({ [path]: value })).toEqual([`${path}: ${message}`]);
  });

  it("names the item of a list and the field within it", () => {
    expect(messages({ "config.ids": ["1", "x"] })).toEqual(["config.ids.1: This must be a whole number."]);
    expect(
      messages({
        "config.files": [
          { table: "a", size: "x" },
          { table: "", size: "1" },
        ],
      }),
    ).toEqual([
      "config.files.0.size: This must be a whole number.",
      "config.files.1.table: Table is needed.",
    ]);
  });

  it("is taken as people paste it: keys of every sort, chains, encrypted keys, line breaks as text", () => {
    for (const label of ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"]) {
      expect(messages({ "config.client_private_key": pem(label) })).toEqual([]);
    }
    const encrypted = pem("RSA PRIVATE KEY", `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n${BODY}`);
    expect(messages({ "config.client_private_key": encrypted })).toEqual([]);
    expect(messages({ "config.client_private_key": pem("PRIVATE KEY").replaceAll("\n", "\\n") })).toEqual([]);
    expect(messages({ "config.client_certificate": `${pem("CERTIFICATE")}\n${pem("CERTIFICATE")}` })).toEqual(
      [],
    );
  });

  it("is never repeated in a message", () => {
    const values = [
      "canary",
      "-----BEGIN PUBLIC KEY-----canary",
      '{"canary": canary',
      pem("PRIVATE KEY", "canary!"),
    ];
    for (const field of form.by_path.values()) {
      if (field.path.split(".").length > 2) continue;
      for (const value of values) {
        const given = ["list", "objects"].includes(field.kind) ? [value] : value;
        expect(messages({ [field.path]: given }).join()).not.toContain("canary");
      }
    }
  });
});

describe("an edit", () => {
  const before = typedInto(form, {
    "config.schema": "s",
    "config.host": "db",
    "config.port": "seventy",
    "config.pats": ["", ""],
  });
  const kept = new Set(["config.password", "config.pats.0", "config.pats.1"]);
  const edited = (given: Record<string, unknown>) =>
    checkSettings(form, typedInto(form, given, before), { mode: "edit", before, kept });

  it("finds no fault with what it leaves as it was", () => {
    expect(edited({})).toEqual([]);
    expect(edited({ "config.host": "db2" })).toEqual([]);
    expect(edited({ "config.port": "eighty" })).toEqual([
      { path: "config.port", message: "This must be a whole number." },
    ]);
  });

  it("asks for the secrets of a list again once any of it changes, since it is sent whole", () => {
    expect(edited({ "config.pats": ["", "", "new"] }).map(({ path }) => path)).toEqual([
      "config.pats.0",
      "config.pats.1",
    ]);
    expect(edited({ "config.pats": ["one", "two", "new"] })).toEqual([]);
    expect(edited({ "config.pats": ["new"] })).toEqual([]);
    expect(edited({ "config.pats": [] })).toEqual([]);
  });

  it("says where a value cannot be emptied", () => {
    expect(edited({ "config.host": "" })).toEqual([
      {
        path: "config.host",
        message: "Host has a value in Fivetran, and cannot be emptied there by the API.",
      },
    ]);
    expect(edited({ "config.password": null })).toEqual([]);
  });
});

it("asks again for secrets that were lost, until they are typed", () => {
  const lost = new Set(["config.password", "auth.api_key"]);
  const values = typedInto(form, { "config.schema": "s", "auth.api_key": "k" });
  expect(checkSettings(form, values, { mode: "create", lost })).toEqual([
    { path: "config.password", message: "Type this again: secrets are not kept." },
  ]);
});
