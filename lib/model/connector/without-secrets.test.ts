import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { curlOf } from "@/lib/model/connector/curl-of";
import { sampleForm, typedInto } from "@/lib/model/connector/form-sample";
import { maskedRequest } from "@/lib/model/connector/masked-request";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";

const text = { type: "string" };
const secret = { type: "string", format: "password" };
const form = sampleForm(
  {
    schema: text,
    uri: text,
    note: text,
    certificate: text,
    password: secret,
    pats: { type: "array", format: "password", items: secret },
    secrets_list: { type: "array", items: { type: "object", properties: { key: text, value: secret } } },
    extra: { type: "object" },
    credentials: { type: "object" },
  },
  {
    auth: {
      properties: { client_access: { type: "object", properties: { client_id: text, client_secret: text } } },
    },
    external_secrets_keys_config: { properties: { password: text } },
  },
);

describe("what may be stored", () => {
  const typed = typedInto(form, {
    "config.schema": "s",
    "config.uri": "mongodb://user:canary@db.example.com",
    "config.certificate": "-----BEGIN PRIVATE KEY-----canary",
    "config.password": "canary",
    "config.pats": ["canary", ""],
    "config.secrets_list": [
      { key: "A", value: "canary" },
      { key: "B", value: "" },
    ],
    "config.extra": '{"api_key": "canary"}',
    "config.credentials": '{"a": "canary"}',
    "auth.client_access": { client_id: "id", client_secret: "canary" },
    "external_secrets_keys_config.password": "NAME_OF_SECRET",
  });
  const { values, secrets } = withoutSecrets(form, typed);

  it("has no secret, wherever it was typed", () => {
    expect(JSON.stringify(values)).not.toContain("canary");
  });

  it("keeps the rest, places of secrets included", () => {
    expect(values.config).toMatchObject({
      schema: "s",
      pats: ["", ""],
      secrets_list: [
        { key: "A", value: "" },
        { key: "B", value: "" },
      ],
    });
    expect(values.auth).toEqual({ client_access: { client_id: "id", client_secret: "" } });
    expect(values.external_secrets_keys_config).toEqual({ password: "NAME_OF_SECRET" });
  });

  it("says which secrets were there", () => {
    expect(secrets.toSorted()).toEqual([
      "auth.client_access.client_secret",
      "config.certificate",
      "config.credentials",
      "config.extra",
      "config.password",
      "config.pats.0",
      "config.secrets_list.0.value",
      "config.uri",
    ]);
  });

  it("takes nothing over that the form does not have, nor anything of a wrong shape", () => {
    const sent = {
      config: {
        schema: { deep: "canary" },
        other: "canary",
        note: ["canary"],
        secrets_list: "canary",
        pats: [["canary"]],
      },
      auth: "canary",
      more: "canary",
    };
    expect(JSON.stringify(withoutSecrets(form, sent).values)).not.toContain("canary");
    for (const odd of [null, undefined, 1, "x", []]) expect(withoutSecrets(form, odd).secrets).toEqual([]);
  });
});

describe("a request to look at", () => {
  it("is masked, also in what the form does not know", () => {
    const body = {
      group_id: "g",
      config: {
        schema: "s",
        password: "canary",
        pats: ["canary"],
        secrets_list: [{ key: "A", value: "canary" }],
        credentials: { a: ["canary"], b: null },
        api_token: "canary",
      },
      auth: { client_access: { client_id: "id", client_secret: "canary" } },
    };
    expect(maskedRequest(form, body)).toEqual({
      group_id: "g",
      config: {
        schema: "s",
        password: "******",
        pats: ["******"],
        secrets_list: [{ key: "A", value: "******" }],
        credentials: { a: ["******"], b: null },
        api_token: "******",
      },
      auth: { client_access: { client_id: "id", client_secret: "******" } },
    });
  });

  it("is a curl command whose body comes through a shell unchanged", () => {
    const body = { config: { schema: 'it\'s $(touch x) `y` \\ "z"\n!', host: "ключ" } };
    const printed = curlOf(body).replace(/^.*-d /s, "printf %s ");
    const { stdout } = spawnSync("sh", ["-c", printed], { encoding: "utf8" });
    expect(JSON.parse(stdout)).toEqual(body);
  });
});
