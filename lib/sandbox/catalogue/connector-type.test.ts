import { describe, expect, it } from "vitest";
import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import { services } from "@/lib/sandbox/catalogue/service";

const able = (id: string) => connectorType(id)?.capabilities;

describe("connectorType", () => {
  it("knows all 773 types, and marks as derived those that nobody described", () => {
    const types = services().map((id) => connectorType(id));
    expect(types.filter((type) => type === undefined)).toEqual([]);
    expect(connectorType("postgres")?.derived).toBe(false);
    expect(connectorType("zoho_books")).toMatchObject({ derived: true, name: "Zoho Books", type: "Finance" });
    expect(types.filter((type) => type?.derived).length).toBe(
      773 - types.filter((type) => !type?.derived).length,
    );
  });

  it("is undefined for a type that does not exist", () => {
    expect(connectorType("rest_api")).toBeUndefined();
    expect(connectorType("__proto__")).toBeUndefined();
  });

  it("tells databases, which reload their schema, from the rest", () => {
    for (const id of ["postgres", "mongo", "dynamodb", "snowflake_db", "magento_mysql_rds"]) {
      expect([id, able(id)?.databaseLike]).toEqual([id, true]);
    }
    for (const id of ["airtable", "s3", "salesforce", "oracle_fusion_cloud_apps_hcm", "apache_kafka"]) {
      expect([id, able(id)?.databaseLike]).toEqual([id, false]);
    }
  });

  it("asks for certificates of the MySQL, PostgreSQL and SQL Server families alone", () => {
    for (const id of ["aurora", "maria_rds", "google_cloud_postgresql", "azure_sql_db", "sql_server_hva"]) {
      expect([id, able(id)?.certificates]).toEqual([id, true]);
    }
    for (const id of ["oracle", "mongo", "snowflake_db", "sftp", "dynamodb"]) {
      expect([id, able(id)?.certificates]).toEqual([id, false]);
    }
  });

  it("lets a type tunnel only where it has fields for the tunnel", () => {
    expect([able("postgres")?.tunnel, able("sftp")?.tunnel, able("azure_blob_storage")?.tunnel]).toEqual([
      true,
      true,
      true,
    ]);
    expect([able("s3")?.tunnel, able("aws_lambda")?.tunnel, able("snowflake_db")?.tunnel]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("asks for consent where tokens are the only way in", () => {
    for (const id of ["salesforce", "google_ads", "slack", "mailchimp", "hubspot"]) {
      expect([id, able(id)?.oauth]).toEqual([id, true]);
    }
    for (const id of ["postgres", "stripe", "google_drive", "webhooks", "klaviyo"]) {
      expect([id, able(id)?.oauth]).toEqual([id, false]);
    }
  });

  it("re-syncs tables of databases and applications, whole connections of files, nothing of pushed events", () => {
    expect(able("postgres")).toMatchObject({ tableResync: true, connectionResync: true, historyMode: true });
    expect(able("s3")).toMatchObject({ tableResync: false, connectionResync: true, columnHashing: true });
    expect(able("webhooks")).toMatchObject({ tableResync: false, connectionResync: false });
  });

  it("keeps a state for functions and the Connector SDK only", () => {
    expect(services().filter((id) => able(id)?.state)).toEqual([
      "aws_lambda",
      "azure_function",
      "connector_sdk",
      "google_cloud_function",
    ]);
  });
});
