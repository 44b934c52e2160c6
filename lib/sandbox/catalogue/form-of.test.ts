import { describe, expect, it } from "vitest";
import type { Form } from "@/lib/model/connector/cut-form";
import type { FormOverlay } from "@/lib/model/connector/overlay/form-overlay";
import { DESCRIBED_SERVICES, formOverlayOf } from "@/lib/model/connector/overlay/form-overlay-of";
import { configFields } from "@/lib/sandbox/catalogue/config-fields";
import { type FieldShape, shapeAt } from "@/lib/sandbox/catalogue/field";
import { formOf } from "@/lib/sandbox/catalogue/form-of";

const described = [...DESCRIBED_SERVICES];

function shapesAt(ids: string[], path: string): FieldShape[] {
  return ids.flatMap(
    (id) =>
      shapeAt(configFields(id, "config").settable, path) ??
      shapeAt(configFields(id, "auth").settable, path.replace(/^auth\./, "")) ??
      [],
  );
}

function takes(shape: FieldShape, value: string | number | boolean | null): boolean {
  if (value === null) return true;
  if (shape.kind === "enum") return shape.options.some((option) => option === value);
  if (shape.kind === "string") return typeof value === "string";
  return shape.kind === "boolean" ? typeof value === "boolean" : typeof value === "number";
}

function pathsOf(form: FormOverlay | Form): string[] {
  return [
    ...form.order,
    ...Object.keys(form.labels ?? {}),
    ...Object.keys(form.defaults ?? {}),
    ...(form.needed ?? []),
    ...(form.retired ?? []),
    ...("unreachable" in form ? form.unreachable : []),
    ...(form.conditions ?? []).flatMap(({ when, show, needed = [] }) => [
      ...Object.keys(when),
      ...show,
      ...needed,
    ]),
  ];
}

describe("the forms as written", () => {
  const forms = [...new Set(described.flatMap((id) => formOverlayOf(id) ?? []))];

  it("name no field that no described type has", () => {
    for (const path of new Set(forms.flatMap(pathsOf))) {
      expect([path, shapesAt(described, path).length > 0]).toEqual([path, true]);
    }
  });

  it("ask for nothing twice, and need only what they show", () => {
    for (const { order, conditions = [] } of forms) {
      expect(order.filter((path, index) => order.indexOf(path) !== index)).toEqual([]);
      for (const { show, needed = [] } of conditions)
        expect(show).toEqual(expect.arrayContaining([...needed]));
    }
  });
});

describe.each(described)("the form of %s", (id) => {
  const form: FormOverlay | Form = formOf(id) ?? { order: [] };

  it("names only fields of this type", () => {
    expect(pathsOf(form).filter((path) => shapesAt([id], path).length === 0)).toEqual([]);
  });

  it("waits only for values that its fields can have, one at least for each condition", () => {
    for (const { when, show } of form.conditions ?? []) {
      for (const [path, values] of Object.entries(when)) {
        const possible = values.filter((value) => shapesAt([id], path).some((shape) => takes(shape, value)));
        expect([path, show, possible.length > 0]).toEqual([path, show, true]);
      }
    }
  });

  it("takes as defaults only what its fields accept", () => {
    for (const [path, value] of Object.entries(form.defaults ?? {})) {
      expect([path, value, shapesAt([id], path).every((shape) => takes(shape, value))]).toEqual([
        path,
        value,
        true,
      ]);
    }
  });
});

describe("formOf", () => {
  it("leaves out what the family has and the type has not", () => {
    const form = formOf("mysql");
    expect(form?.conditions?.flatMap((condition) => condition.show)).not.toContain("role_arn");
    expect(formOf("mysql_rds")?.conditions?.flatMap((condition) => condition.show)).toContain("role_arn");
  });

  it("asks always for what depended on a field that the type lacks, when the default would show it", () => {
    expect(formOf("sql_server_rds")?.needed).toContain("password");
    expect(formOf("azure_sql_db")?.needed).not.toContain("password");
  });

  it("never shows what belongs to a choice that the type does not offer", () => {
    expect(formOf("mysql_rds")?.unreachable).toEqual(["client_public_certificate", "client_private_key"]);
    expect(formOf("postgres")?.unreachable).toEqual([]);
  });

  it("has conditions for every type whose form depends on a choice", () => {
    const types =
      "postgres mysql sql_server oracle mongo mongo_sharded apache_kafka aws_msk confluent_cloud snowflake_db dynamodb " +
      "s3 gcs azure_blob_storage sftp google_sheets google_drive salesforce hubspot zendesk stripe shopify " +
      "netsuite_suiteanalytics github jira google_ads facebook_ads aws_lambda";
    for (const id of types.split(" ")) expect([id, formOf(id)?.conditions?.length]).not.toEqual([id, 0]);
    for (const id of ["connector_sdk", "azure_function", "google_cloud_function"])
      expect(formOf(id)).toBeDefined();
  });

  it("has none for derived and unknown types", () => {
    expect(formOf("zoho_books")).toBeUndefined();
    expect(formOf("constructor")).toBeUndefined();
  });
});
