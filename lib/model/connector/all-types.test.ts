import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { NewConnection } from "@/lib/contract/connection-rows";
import { differences } from "@/lib/contract/openapi-differences";
import { readOpenapi } from "@/lib/contract/openapi-document";
import { OpenapiSchemas, placeOf } from "@/lib/contract/openapi-schemas";
import { openapiPath, rounds } from "@/lib/env";
import type { Connection } from "@/lib/model/connection";
import { anySettings } from "@/lib/model/connector/any-settings";
import { changedSettings } from "@/lib/model/connector/changed-settings";
import { checkSettings } from "@/lib/model/connector/check-settings";
import { type ConnectorForm, connectorForm } from "@/lib/model/connector/connector-form";
import { type Field, type SettingsValues, TYPE_PARTS } from "@/lib/model/connector/field";
import { holdsSecret } from "@/lib/model/connector/field-group";
import { maskedRequest } from "@/lib/model/connector/masked-request";
import { newConnectionOf } from "@/lib/model/connector/new-connection";
import { sentValue } from "@/lib/model/connector/sent-value";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { neededPaths, shownPaths } from "@/lib/model/connector/shown-paths";
import { typedAt, withTyped } from "@/lib/model/connector/typed-value";
import { valuesOf } from "@/lib/model/connector/values-of";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";
import { ConnectorTypeDetail } from "@/lib/model/connector-type";
import type { SetupValues } from "@/lib/model/setup-draft";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";
import { services } from "@/lib/sandbox/catalogue/service";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

type Json = Record<string, unknown>;

vi.setConfig({ testTimeout: rounds(30_000, 1_200_000) });
const SAMPLES = { numRuns: rounds(1, 40), seed: 4 };

const forms = new Map(
  services().map((id) => [id, connectorForm(ConnectorTypeDetail.parse(connectorTypeDetail(id)))]),
);
const source = openapiPath();
const document = source === null ? null : withTextEnums(JSON.parse(readFileSync(source, "utf8")) as Json);

let sandbox: TestSandbox;
let group_id: string;
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 1 });
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  group_id = items[0]?.id ?? "";
});
afterAll(() => sandbox.close());

/** The document types most enums as object; their values are texts all the same. */
function withTextEnums(node: Json): Json {
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    Array.isArray(value) ? value : inner(value),
  ]);
  return {
    ...Object.fromEntries(entries),
    ...(Array.isArray(node.enum) && node.type === "object" ? { type: "string" } : {}),
  };
}

function inner(value: unknown): unknown {
  return typeof value === "object" && value !== null ? withTextEnums(value as Json) : value;
}

function draft(settings: SettingsValues): SetupValues {
  return {
    group_id,
    destination_schema_names: "FIVETRAN_NAMING",
    settings,
    network: {
      networking_method: null,
      private_link_id: null,
      proxy_agent_id: null,
      hybrid_deployment_agent_id: null,
    },
    authorise_by: "fields",
    schedule: { schedule_type: "auto", sync_frequency: 1440, daily_sync_time: "03:00" },
  };
}

/** Any filled-in settings of each type, the same in every run of `npm test`. */
function* filled(): Generator<[id: string, form: ConnectorForm, settings: SettingsValues]> {
  for (const [id, form] of forms) {
    for (const settings of fc.sample(anySettings(form), SAMPLES)) yield [id, form, settings];
  }
}

function pathsIn(fields: readonly Field[]): string[] {
  return fields.flatMap((field) => (field.readonly ? [] : [field.path, ...pathsIn(field.fields)]));
}

describe.skipIf(document === null)("every connector type, by Fivetran's own document", () => {
  const schemas = (document?.components as Json | undefined)?.schemas as Json;

  /** What the document's request of a service says of one of its objects, over all of its `allOf`. */
  function objectsOf(service: string, part: string): Json[] {
    const whole = schemas[`${service}_NewConnectorRequestV1`] as { allOf: { $ref: string }[] };
    return whole.allOf.flatMap(({ $ref }) => {
      const { properties } = schemas[$ref.slice($ref.lastIndexOf("/") + 1)] as { properties: Json };
      return part in properties ? [properties[part] as Json] : [];
    });
  }

  function namesIn(node: Json, above: string): string[] {
    const properties = (node.properties ?? (node.items as Json | undefined)?.properties ?? {}) as Json;
    return Object.entries(properties).flatMap(([name, child]) => [
      `${above}.${name}`,
      ...namesIn(child as Json, `${above}.${name}`),
    ]);
  }

  test("has a form of the same fields, nested ones too: none missing, none invented", () => {
    for (const [id, form] of forms) {
      const theirs = TYPE_PARTS.flatMap((part) => objectsOf(id, part).flatMap((node) => namesIn(node, part)));
      // The older spelling of a table group, which files take and the document leaves out.
      const ours = pathsIn(settableFields(form).filter(({ part }) => part !== "request")).filter(
        (path) => form.format !== "schema_table_group" || path !== "config.table",
      );
      expect([id, ours.toSorted()]).toEqual([id, [...new Set(theirs)].toSorted()]);
    }
  });

  test("sends what is right by its request schema, whatever is filled in", () => {
    const known = new OpenapiSchemas({
      ...readOpenapi(source ?? ""),
      components: document?.components as Json,
    });
    const listed = new Set<string | null>(differences.map(({ pointer }) => pointer));
    for (const [id, form, settings] of filled()) {
      const schema = { $ref: `#/components/schemas/${id}_NewConnectorRequestV1` };
      const request = newConnectionOf(form, draft(settings));
      const faults = known.faults(id, schema, request).filter((fault) => !listed.has(known.ruleOf(fault)));
      expect([id, faults.map((fault) => `${placeOf(fault)} ${fault.message}`)]).toEqual([id, []]);
    }
  });
});

describe("every connector type", () => {
  test("finds nothing wrong with what is rightly filled in, and sends what the contract takes", () => {
    for (const [id, form, settings] of filled()) {
      expect([id, checkSettings(form, settings, { mode: "create" })]).toEqual([id, []]);
      expect([id, NewConnection.safeParse(newConnectionOf(form, draft(settings))).error]).toEqual([
        id,
        undefined,
      ]);
    }
  });

  test("is taken by the sandbox, given back, and then there is nothing to change", async () => {
    for (const [id, form, settings] of filled()) {
      const request = newConnectionOf(form, draft(settings));
      const told = await sandbox.call("POST", "/connections", request);
      expect([id, told.status, told.body.message]).toEqual([id, 201, expect.any(String)]);
      const connection = told.body.data as Connection;
      const { values, kept } = valuesOf(form, connection);
      for (const field of settableFields(form)) {
        const whole: Json = { ...request, request };
        const sent = (whole[field.part] as Json | undefined)?.[field.name];
        if (sent === undefined || field.part === "auth" || holdsSecret(field)) continue;
        expect([id, field.path, sentValue(field, typedAt(values, field))]).toEqual([id, field.path, sent]);
      }
      expect([id, changedSettings(form, values, values)]).toEqual([id, {}]);
      expect([
        id,
        checkSettings(form, values, { mode: "edit", before: values, kept: new Set(kept) }),
      ]).toEqual([id, []]);
      await sandbox.data("DELETE", `/connections/${connection.id}`);
    }
  });

  test("keeps no secret in what is stored or shown", () => {
    for (const [id, form, settings] of filled()) {
      const canaries = withCanaries(form, settings);
      const stored = withoutSecrets(form, canaries);
      expect([id, JSON.stringify(stored)]).toEqual([id, expect.not.stringContaining("canary")]);
      const shown = maskedRequest(form, newConnectionOf(form, draft(canaries)));
      expect([id, JSON.stringify(shown)]).toEqual([id, expect.not.stringContaining("canary")]);
      expect([id, stored.secrets.length > 0]).toEqual([id, JSON.stringify(canaries).includes("canary")]);
    }
  });

  test("shows eight fields of a group at most before more, and behind it only what is asked for there", () => {
    for (const [id, form, settings] of filled()) {
      const shown = shownPaths(form, settings);
      const needed = neededPaths(form, settings);
      for (const { fields, more } of form.groups) {
        expect([id, fields.filter(({ path }) => shown.has(path)).length > 8]).toEqual([id, false]);
        const behind = new Set(more.map(({ path }) => path));
        const decidedBefore = (path: string) =>
          form.conditions.every(
            ({ when, show }) => !show.includes(path) || Object.keys(when).every((on) => !behind.has(on)),
          );
        const unseen = [...behind].filter((path) => needed.has(path) && decidedBefore(path));
        expect([id, unseen]).toEqual([id, []]);
      }
    }
  });
});

function withCanaries(form: ConnectorForm, settings: SettingsValues): SettingsValues {
  return settableFields(form).reduce(
    (values, field) => withTyped(values, field, canary(field, typedAt(settings, field))),
    settings,
  );
}

function canary(field: Field, typed: unknown): unknown {
  if (Array.isArray(typed))
    return typed.map((item) =>
      canary(field.kind === "list" ? (field.item ?? field) : { ...field, kind: "object" }, item),
    );
  if (field.kind === "object" && typeof typed === "object" && typed !== null)
    return Object.fromEntries(
      field.fields.map((inner) => [inner.name, canary(inner, (typed as Json)[inner.name])]),
    );
  return field.secret ? "canary" : typed;
}
