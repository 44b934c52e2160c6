import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { configFields } from "@/lib/sandbox/catalogue/config-fields";
import {
  connectorTypeDetail,
  connectorTypeSummaries,
  connectorTypeSummary,
} from "@/lib/sandbox/catalogue/metadata";
import type { Property } from "@/lib/sandbox/catalogue/property-tree";
import { services } from "@/lib/sandbox/catalogue/service";

const source = process.env.FIVETRAN_OPENAPI;

describe("connectorTypeSummary", () => {
  it("is what the list shows of Google Ads", () => {
    expect(connectorTypeSummary("google_ads")).toEqual({
      id: "google_ads",
      name: "Google Ads",
      type: "Marketing",
      description: "Google Ads is an online advertising platform.",
      icon_url: "https://fivetran.com/integrations/google_ads/resources/google_ads.svg",
      icons: [
        "https://fivetran.com/integrations/google_ads/resources/google_ads_512.png",
        "https://fivetran.com/integrations/google_ads/resources/google_ads_40.svg",
      ],
      link_to_docs: "https://fivetran.com/docs/connectors/applications/google-ads",
      link_to_erd: "https://fivetran.com/docs/connectors/applications/google-ads#schemainformation",
      connector_class: "standard",
      supported_features: [
        { id: "API_CONFIGURABLE", notes: "Create, read, change and delete" },
        { id: "COLUMN_HASHING", notes: "Column level" },
        { id: "DATA_BLOCKING", notes: "Column level and table level" },
        { id: "RE_SYNC", notes: "Connection level and table level" },
        { id: "PRIORITY_FIRST_SYNC", notes: "Newest data first" },
        { id: "FIVETRAN_DATA_MODELS", notes: "" },
        { id: "AUTHORIZATION_VIA_API", notes: "" },
      ],
      service_status: "general_availability",
      service_status_updated_at: "2022-06-10",
    });
  });

  it("offers what a type can do and nothing else", () => {
    const features = (id: string) =>
      connectorTypeSummary(id)?.supported_features.map((feature) => feature.id);
    expect(features("postgres")).toEqual(
      expect.arrayContaining(["HISTORY", "CAPTURE_DELETES", "PRIVATE_NETWORKING"]),
    );
    expect(features("webhooks")).not.toContain("RE_SYNC");
    expect(features("slack")).not.toContain("AUTHORIZATION_VIA_API");
  });

  it("lists 773 types once each, without property trees", () => {
    const list = connectorTypeSummaries();
    expect(list).toHaveLength(773);
    expect(new Set(list.map((item) => item.id)).size).toBe(773);
    expect(list.some((item) => "config" in item || "auth" in item)).toBe(false);
  });

  it("is undefined for a type that does not exist", () => {
    expect(connectorTypeSummary("constructor")).toBeUndefined();
    expect(connectorTypeDetail("constructor")).toBeUndefined();
  });
});

describe("connectorTypeDetail", () => {
  const postgres = connectorTypeDetail("postgres")?.config.properties ?? {};

  it("asks for the fields of a type in the order of its form, read-only ones last", () => {
    expect(Object.keys(postgres).slice(0, 5)).toEqual(["schema_prefix", "host", "port", "database", "user"]);
    expect(Object.keys(postgres).at(-1)).toBe("public_key");
  });

  it("marks secrets, enums, what cannot change and what null clears", () => {
    expect(postgres.password).toMatchObject({
      type: "string",
      format: "password",
      nullable: true,
      readonly: false,
    });
    expect(postgres.auth_method).toMatchObject({
      type: "string",
      enum: ["ENTRA_ID", "PASSWORD", "CLIENT_CERTIFICATE", "AWS_IAM"],
    });
    expect(postgres.port).toMatchObject({ type: "integer", title: "Port" });
    expect(postgres.schema_prefix?.immutable).toBe(true);
    expect(postgres.schema_prefix?.nullable).toBeUndefined();
    expect(postgres.public_key).toMatchObject({ readonly: true });
    expect(connectorTypeDetail("postgres")?.config.required).toEqual(["schema_prefix"]);
  });

  it("fixes the reporting period where Fivetran does", () => {
    expect(connectorTypeDetail("facebook_ads")?.config.properties?.timeframe_months?.immutable).toBe(true);
    expect(connectorTypeDetail("google_ads")?.config.properties?.timeframe_months?.immutable).toBeUndefined();
  });

  it("describes the inside of arrays and objects", () => {
    const files = connectorTypeDetail("s3")?.config.properties?.files;
    expect(files).toMatchObject({
      type: "array",
      title: "Tables",
      items: { type: "object", readonly: false },
    });
    expect(files?.items?.properties?.file_pattern).toMatchObject({ type: "string", title: "File pattern" });
    const client = connectorTypeDetail("salesforce")?.auth?.properties?.client_access;
    expect(client).toMatchObject({ type: "object", properties: { client_secret: { type: "string" } } });
    expect(connectorTypeDetail("github")?.config.properties?.pats?.items?.format).toBe("password");
  });

  it("has auth and external secrets only where the type has them", () => {
    expect(connectorTypeDetail("postgres")).not.toHaveProperty("auth");
    expect(connectorTypeDetail("postgres")?.external_secrets_keys_config?.properties).toHaveProperty("user");
    expect(connectorTypeDetail("klaviyo")).not.toHaveProperty("external_secrets_keys_config");
  });

  it("names every field of every type, with a title", () => {
    const untitled: string[] = [];
    const visit = (path: string, node: Property) => {
      for (const [name, child] of Object.entries(node.properties ?? {})) {
        if (!child.title) untitled.push(`${path}.${name}`);
        visit(`${path}.${name}`, child);
      }
      if (node.items) visit(path, node.items);
    };
    for (const id of services()) {
      const detail = connectorTypeDetail(id);
      if (!detail) throw new Error(id);
      visit(id, detail.config);
      const { settable, readonly } = configFields(id, "config");
      expect(Object.keys(detail.config.properties ?? {})).toHaveLength(settable.length + readonly.length);
    }
    expect(untitled).toEqual([]);
  });
});

describe.skipIf(!source)("metadata against Fivetran's OpenAPI document", () => {
  const schemas = source ? JSON.parse(readFileSync(source, "utf8")).components.schemas : {};
  // `example` is OpenAPI's; dates are yyyy-MM-dd, as the field's own description has it, against its date-time format.
  const ajv = new Ajv({ strict: true, allErrors: true, formats: { "date-time": /^\d{4}-\d\d-\d\d$/ } });
  ajv.addKeyword("example");
  const closed = (name: string) =>
    ajv.compile({
      ...JSON.parse(JSON.stringify(schemas[name]).replaceAll("#/components/schemas/", "#/$defs/")),
      $defs: { Feature: { ...schemas.Feature, additionalProperties: false } },
      additionalProperties: false,
    });

  it("has the shape of MetadataResponseShort for all 773 types, and no other keys", () => {
    const valid = closed("MetadataResponseShort");
    expect(services().filter((id) => !valid(connectorTypeSummary(id)))).toEqual([]);
  });

  it("has the shape of MetadataResponse for all 773 types, and no other keys", () => {
    const valid = closed("MetadataResponse");
    expect(services().filter((id) => !valid(connectorTypeDetail(id)))).toEqual([]);
    expect(services()).toHaveLength(773);
  });
});
