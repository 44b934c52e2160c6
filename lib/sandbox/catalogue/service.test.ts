import { statSync } from "node:fs";
import { expect, it } from "vitest";
import { fieldNamed, shapeAt } from "@/lib/sandbox/catalogue/field";
import {
  destinationServiceOf,
  destinationServices,
  schemaKeysOf,
  serviceOf,
  services,
} from "@/lib/sandbox/catalogue/service";

function known(id: string) {
  const facts = serviceOf(id);
  if (!facts) throw new Error(`No service ${id}.`);
  return facts;
}

it("knows 773 connector types and 37 destination types", () => {
  expect(services()).toHaveLength(773);
  expect(destinationServices()).toHaveLength(37);
});

it("does not resolve names that every object has", () => {
  for (const name of ["constructor", "__proto__", "toString", ""]) {
    expect(serviceOf(name)).toBeUndefined();
    expect(destinationServiceOf(name)).toBeUndefined();
    expect(fieldNamed(known("postgres").config, name)).toBeUndefined();
  }
});

it("counts the four schema formats as the document does", () => {
  const counts = new Map<string, number>();
  for (const id of services())
    counts.set(known(id).schemaFormat, (counts.get(known(id).schemaFormat) ?? 0) + 1);
  expect(Object.fromEntries(counts)).toEqual({
    schema: 654,
    schema_table: 57,
    schema_prefix: 49,
    schema_table_group: 13,
  });
});

it("holds the fields of postgres with their types, enums and secrets", () => {
  const postgres = known("postgres");
  expect(shapeAt(postgres.config, "port")).toEqual({ kind: "integer" });
  expect(shapeAt(postgres.config, "password")).toEqual({ kind: "string", format: "password" });
  expect(shapeAt(postgres.config, "update_method")).toEqual({
    kind: "enum",
    options: ["QUERY_BASED", "WAL_PGOUTPUT"],
  });
  expect(postgres.required).toEqual(["schema_prefix"]);
  expect(postgres.auth).toBeUndefined();
  expect(postgres.readonly.map((field) => field.name)).toEqual(["public_key"]);
  expect(postgres.externalSecretsKeys?.map((field) => field.name)).toEqual(["password", "user"]);
});

it("reaches into nested objects and into the items of arrays by dotted path", () => {
  expect(shapeAt(known("salesforce").auth ?? [], "client_access.client_secret")).toEqual({ kind: "string" });
  expect(shapeAt(known("s3").config, "files.table_name")).toEqual({ kind: "string" });
  expect(shapeAt(known("s3").config, "files.nothing")).toBeUndefined();
  expect(shapeAt(known("s3").config, "bucket.nothing")).toBeUndefined();
});

it("lets file sources take table as well as table_group_name", () => {
  expect(schemaKeysOf(known("s3"))).toEqual(["schema", "table_group_name", "table"]);
  expect(schemaKeysOf(known("google_sheets"))).toEqual(["schema", "table"]);
});

it("knows the fields of destinations, and none where the document has none", () => {
  expect(shapeAt(destinationServiceOf("big_query")?.config ?? [], "secret_key")).toEqual({
    kind: "string",
    format: "password",
  });
  expect(destinationServiceOf("motherduck")?.config).toEqual([]);
});

it("stays a small file", () => {
  expect(statSync(new URL("./catalogue.generated.json", import.meta.url)).size).toBeLessThan(200_000);
});
