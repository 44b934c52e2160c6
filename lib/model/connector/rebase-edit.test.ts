import { expect, test } from "vitest";
import { connectorForm } from "@/lib/model/connector/connector-form";
import type { Field } from "@/lib/model/connector/field";
import { rebaseEdit } from "@/lib/model/connector/rebase-edit";
import { typedChange } from "@/lib/model/connector/typed-words";
import { valuesOf } from "@/lib/model/connector/values-of";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";

const type: ConnectorTypeDetail = {
  id: "invented_source",
  name: "Invented",
  type: "Database",
  config: {
    type: "object",
    required: ["schema"],
    properties: {
      schema: { type: "string" },
      host: { type: "string" },
      port: { type: "integer" },
      password: { type: "string", format: "password" },
      mode: { type: "string", enum: ["FULL", "DELTA"] },
      tables: { type: "array", items: { type: "string" } },
      always_encrypted: { type: "boolean" },
    },
  },
};
const form = connectorForm(type);
const config = {
  schema: "orders",
  host: "db.example",
  port: 5432,
  password: "******",
  tables: ["a", "b"],
};
const base = valuesOf(form, { config });
const fieldAt = (path: string): Field => {
  const field = form.by_path.get(path);
  if (!field) throw new Error(`No field ${path}.`);
  return field;
};
const edited = (more: Record<string, unknown>) => ({
  ...base.values,
  config: { ...base.values.config, ...more },
});
const now = (more: Record<string, unknown>) => valuesOf(form, { config: { ...config, ...more } }).values;
const paths = (fields: readonly Field[]) => fields.map(({ path }) => path);

test("edits are put over what somebody else changed, which stays", () => {
  const { values, theirs, conflicts } = rebaseEdit(
    form,
    base.values,
    edited({ host: "new.example", password: "canary" }),
    now({ port: 6432, tables: ["a"] }),
  );
  expect(values.config).toMatchObject({
    host: "new.example",
    port: "6432",
    password: "canary",
    tables: ["a"],
  });
  expect(paths(theirs).sort()).toEqual(["config.port", "config.tables"]);
  expect(conflicts).toEqual([]);
});

test("the same field changed twice is a conflict, unless both made it the same", () => {
  const mine = edited({ host: "mine.example", port: "6432" });
  const { conflicts, theirs } = rebaseEdit(
    form,
    base.values,
    mine,
    now({ host: "theirs.example", port: 6432 }),
  );
  expect(conflicts).toEqual([
    {
      field: fieldAt("config.host"),
      base: "db.example",
      theirs: "theirs.example",
      mine: "mine.example",
    },
  ]);
  expect(theirs).toEqual([]);
});

test("a list is compared whole, and nothing changed leaves nothing to settle", () => {
  const both = rebaseEdit(
    form,
    base.values,
    edited({ tables: ["b", "a"] }),
    now({ tables: ["a", "b", "c"] }),
  );
  expect(paths(both.conflicts.map(({ field }) => field))).toEqual(["config.tables"]);
  const none = rebaseEdit(form, base.values, base.values, base.values);
  expect(none).toEqual({ values: base.values, theirs: [], conflicts: [] });
});

test("a change is told in words, a secret never by its value", () => {
  expect(typedChange(fieldAt("config.host"), "a", "b", false)).toEqual({ from: "a", to: "b" });
  expect(typedChange(fieldAt("config.host"), "", "b", false)).toEqual({ from: "nothing", to: "b" });
  expect(typedChange(fieldAt("config.password"), "", "canary", true)).toEqual({
    from: "stored in Fivetran",
    to: "replaced",
  });
  expect(typedChange(fieldAt("config.password"), "", "canary", false)).toEqual({
    from: "nothing",
    to: "a secret",
  });
  expect(typedChange(fieldAt("config.tables"), ["a"], ["a", "b"], false)).toEqual({ from: "a", to: "a, b" });
  expect(typedChange(fieldAt("config.always_encrypted"), null, false, false)).toEqual({
    from: "as Fivetran does it",
    to: "no",
  });
});
