import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openapiValidator } from "@/lib/contract/openapi-validator";
import { type Operation, rowOf } from "@/lib/contract/table";
import { openapiPath, rounds } from "@/lib/env";
import { MASK } from "@/lib/model/connector/mask";
import { isSecretName } from "@/lib/model/connector/secret-name";
import { configFields } from "@/lib/sandbox/catalogue/config-fields";
import { type Field, type FieldShape, fieldNamed } from "@/lib/sandbox/catalogue/field";
import type { Property } from "@/lib/sandbox/catalogue/property-tree";
import { schemaKeysOf, serviceOf, services } from "@/lib/sandbox/catalogue/service";
import { goFaults } from "@/lib/sandbox/go-decode";
import { connectionDetail, envelope } from "@/lib/sandbox/go-shapes";
import { type TestSandbox, type Told, testSandbox } from "@/lib/sandbox/test-sandbox";

type Json = Record<string, unknown>;
type Detail = Json & { id: string; config: Json };

let sandbox: TestSandbox;
let group_id: string;
let made = 0;
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 1 });
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  group_id = items[0]?.id ?? "";
});
afterAll(() => sandbox.close());

const text = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom("wrong", "db.example.com", "", "__proto__", "a.b/c"),
);
const notMask = text.filter((value) => value !== MASK);

/** A value that the field takes, integers now and then as the text that clients of version 1 send. */
function good(shape: FieldShape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "string":
      return shape.format === "date-time" ? fc.constant("2026-03-10T12:00:00Z") : notMask;
    case "integer":
      return fc.oneof(fc.integer(), fc.integer().map(String));
    case "number":
      return fc.integer();
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...shape.options);
    case "array":
      return fc.array(good(shape.items), { maxLength: 3 });
    case "object":
      return some(shape.fields);
  }
}

const some = (fields: readonly Field[]): fc.Arbitrary<Json> =>
  fc.record(Object.fromEntries(fields.map(({ name, shape }) => [name, good(shape)])), {
    requiredKeys: [],
    noNullPrototype: true,
  });

const anything = fc.oneof(fc.jsonValue(), fc.constant(MASK), fc.constant(null), fc.constant({ a: [null] }));

/** What the answer shows of a value that was sent: secrets masked, numbers as numbers, all else as it was. */
function shown(name: string, shape: FieldShape | undefined, sent: unknown): unknown {
  if (Array.isArray(sent) && shape?.kind === "array") {
    const { items } = shape;
    return items.kind === "integer" ? sent : sent.map((item) => shown(name, items, item));
  }
  if (typeof sent === "object" && sent !== null && shape?.kind === "object") {
    return Object.fromEntries(
      Object.entries(sent).map(([key, value]) => [
        key,
        shown(key, fieldNamed(shape.fields, key)?.shape, value),
      ]),
    );
  }
  if (shape?.kind === "integer" || shape?.kind === "number") return Number(sent);
  const secret = shape?.kind === "string" && (shape.format === "password" || isSecretName(name));
  return secret && sent !== "" ? MASK : sent;
}

const path = openapiPath();
const validate = path === null ? null : openapiValidator(path);

function checked(operation: Operation, told: Told): Told {
  expect(told.status).toBeLessThan(500);
  expect(told.body).toMatchObject({ code: expect.stringMatching(/./), message: expect.any(String) });
  expect(told.headers.get("content-type")).toMatch(/^application\/json/);
  expect(goFaults(envelope(connectionDetail), told.body)).toEqual([]);
  expect(validate?.(operation, told.status, told.body) ?? []).toEqual([]);
  const row = rowOf(operation);
  if (told.status >= 400) expect([400, 404, 409]).toContain(told.status);
  else {
    expect(told.status).toBe(row.status);
    expect(row.response?.safeParse(told.body.data).error).toBeUndefined();
  }
  return told;
}

const newConnection = (service: string, config: Json, changes: Json = {}) => ({
  service,
  group_id,
  paused: true,
  run_setup_tests: false,
  data_delay_sensitivity: null,
  data_delay_threshold: null,
  config,
  ...changes,
});

function named(service: string, config: Json): Json {
  made += 1;
  const facts = serviceOf(service);
  const keys = facts ? facts.required : [];
  const own = new Set(facts ? schemaKeysOf(facts) : []);
  return {
    ...Object.fromEntries(Object.entries(config).filter(([key]) => !own.has(key))),
    ...Object.fromEntries(keys.map((key) => [key, `n${made}`])),
  };
}

const create = async (body: unknown) =>
  checked("create_connection", await sandbox.call("POST", "/connections", body));
const read = async (id: string) => {
  const told = checked("connection_details", await sandbox.call("GET", `/connections/${id}`));
  return told.body.data as Detail;
};
const patch = async (id: string, body: unknown) =>
  checked("modify_connection", await sandbox.call("PATCH", `/connections/${id}`, body));

const parameters = { numRuns: rounds(1, 20) };

describe.each(services())("%s", (service) => {
  const { settable, readonly } = configFields(service, "config");
  const expected = (config: Json): Json =>
    Object.fromEntries(
      Object.entries(config).map(([key, value]) => [
        key,
        shown(key, fieldNamed(settable, key)?.shape, value),
      ]),
    );

  test("shows what it was created and changed with, and a second Terraform plan has nothing to do", async () => {
    const metadata = await sandbox.data<{ config: Property }>("GET", `/metadata/connector-types/${service}`);
    await fc.assert(
      fc.asyncProperty(
        some(settable),
        some(settable),
        fc.boolean(),
        async (first, second, run_setup_tests) => {
          const config = named(service, first);
          const told = await create(newConnection(service, config, { run_setup_tests }));
          expect([told.status, told.body.message]).toEqual([201, expect.any(String)]);
          const { id } = told.body.data as Detail;
          const state = await read(id);
          expect(state.config).toMatchObject(expected(config));

          // As the provider compares: passwords are its own, all else is what the answer says.
          for (const [key, value] of Object.entries(config)) {
            const property = metadata.config.properties?.[key];
            // Objects keep what is inside them for themselves; the provider compares lists of them as a whole.
            if (property?.format === "password" || (property?.items ?? property)?.type === "object") continue;
            const numeric = property?.type === "integer" || property?.type === "number";
            expect([key, state.config[key]]).toEqual([key, numeric ? Number(value) : value]);
          }

          const fixed = Object.keys(metadata.config.properties ?? {}).filter(
            (key) => metadata.config.properties?.[key]?.immutable,
          );
          const change = Object.fromEntries(Object.entries(second).filter(([key]) => !fixed.includes(key)));
          const cleared = Object.keys(first).find((key) => !(key in second) && !fixed.includes(key));
          const changed = await patch(id, {
            run_setup_tests: false,
            config: { ...change, ...(cleared !== undefined && { [cleared]: null }) },
          });
          expect(changed.status).toBe(200);
          const after = await read(id);
          expect(after.config).toMatchObject(expected(change));
          if (cleared !== undefined) expect(Object.hasOwn(after.config, cleared)).toBe(false);
          await sandbox.data("DELETE", `/connections/${id}`);
        },
      ),
      parameters,
    );
  });

  test("answers nonsense by a refusal that changes nothing, or takes it and can show it", async () => {
    const names = [...settable, ...readonly].map(({ name }) => name);
    const key = fc.oneof(fc.constantFrom(...names, "colour", "__proto__"), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, anything, { maxKeys: 4 }), anything, async (odd, auth) => {
        const config = named(service, {});
        const made = await create(newConnection(service, { ...config, ...odd }, { auth }));
        const told = made.status === 201 ? made : await create(newConnection(service, config));
        const { id } = told.body.data as Detail;
        const before = await read(id);
        for (const body of [{ config: odd }, { auth, paused: true }, { config: auth }, odd]) {
          const changed = await patch(id, { run_setup_tests: false, ...body });
          if (changed.status >= 400) continue;
          expect((await read(id)).id).toBe(before.id);
        }
        const kept = await read(id);
        const refused = await patch(id, { sync_frequency: 5, config: { "no such field": 1 } });
        expect(refused.status).toBe(400);
        expect(await read(id)).toEqual(kept);
        await sandbox.data("DELETE", `/connections/${id}`);
      }),
      parameters,
    );
  });
});
