import { describe, expect, it } from "vitest";
import { countServices, indexCatalogue } from "@/lib/model/catalogue/catalogue-index";
import { findTypes } from "@/lib/model/catalogue/find-types";
import type { ConnectorTypeRow } from "@/lib/model/setup-draft";

function row(id: string, name: string, type: string, more: Partial<ConnectorTypeRow> = {}): ConnectorTypeRow {
  return {
    id,
    name,
    type,
    description: "",
    service_status: "general_availability",
    connector_class: "standard",
    features: ["API_CONFIGURABLE"],
    link_to_docs: null,
    link_to_erd: null,
    ...more,
  };
}

const TYPES = [
  row("postgres_rds", "Amazon RDS for PostgreSQL", "Database"),
  row("google_ads", "Google Ads", "Marketing"),
  row("google_analytics_4", "Google Analytics 4", "Marketing"),
  row("google_sheets", "Google Sheets", "File"),
  row("opsgenie", "Opsgenie", "API", { connector_class: "lite" }),
  row("pendo", "Pendo", "API"),
  row("postgres", "PostgreSQL", "Database"),
  row("sql_server", "SQL Server", "Database"),
  row("zendesk", "Zendesk Support", "Support"),
];

const index = indexCatalogue(TYPES, countServices([{ service: "postgres_rds" }, { service: "zendesk" }]));
const ids = (text: string, category: string | null = null) =>
  findTypes(index, text, category).entries.map((entry) => entry.type.id);

describe("finding a connector type", () => {
  it("shows all in their order while nothing is asked for", () => {
    expect(ids("")).toEqual(TYPES.map(({ id }) => id));
  });

  it("puts the id itself before those that begin with it, used or not", () => {
    expect(ids("postgres")).toEqual(["postgres", "postgres_rds"]);
  });

  it("knows what people call a type", () => {
    expect(ids("pg")).toEqual(["postgres_rds", "postgres"]);
    expect(ids("mssql")).toEqual(["sql_server"]);
    expect(ids("ga4")).toEqual(["google_analytics_4"]);
    expect(ids("adwords")).toEqual(["google_ads"]);
  });

  it("asks for every word, in any order", () => {
    expect(ids("ads google")[0]).toBe("google_ads");
    expect(ids("google   sheets")).toEqual(["google_sheets"]);
    expect(ids("google_sheets")).toEqual(["google_sheets"]);
    expect(ids("google postgres")).toEqual([]);
  });

  it("puts beginnings of words before parts of words", () => {
    expect(ids("end")).toEqual(["zendesk", "pendo"]);
    expect(ids("desk")).toEqual(["zendesk"]);
    expect(ids("s")[0]).toBe("sql_server");
  });

  it("finds by category and counts over all categories", () => {
    expect(ids("database")).toEqual(["postgres_rds", "postgres", "sql_server"]);
    const found = findTypes(index, "google", "File");
    expect(found.entries.map((entry) => entry.type.id)).toEqual(["google_sheets"]);
    expect(found.total).toBe(3);
    expect(found.counts.get("Marketing")).toBe(2);
  });

  it("takes a text of signs as it is", () => {
    expect(ids("(.*")).toEqual([]);
    expect(ids("__proto__")).toEqual([]);
  });
});
