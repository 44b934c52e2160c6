import { expect, it } from "vitest";
import { schemaNameOf } from "@/lib/sandbox/catalogue/schema-name";

it("names a connection by the schema format of its service", () => {
  expect(schemaNameOf("salesforce", { schema: "crm" })).toBe("crm");
  expect(schemaNameOf("google_sheets", { schema: "sheets", table: "budget" })).toBe("sheets.budget");
  expect(schemaNameOf("postgres", { schema_prefix: "prod", schema: "ignored" })).toBe("prod");
  expect(schemaNameOf("s3", { schema: "lake", table_group_name: "events" })).toBe("lake.events");
  expect(schemaNameOf("s3", { schema: "lake", table: "events" })).toBe("lake.events");
});

it("gives no name while a part is missing, nor for an unknown service", () => {
  expect(schemaNameOf("google_sheets", { schema: "sheets" })).toBeUndefined();
  expect(schemaNameOf("s3", { schema: "lake", table_group_name: "" })).toBeUndefined();
  expect(schemaNameOf("postgres", { schema_prefix: 7 })).toBeUndefined();
  expect(schemaNameOf("rest_api", { schema: "s" })).toBeUndefined();
});
