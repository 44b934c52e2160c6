import { describe, expect, test } from "vitest";
import { compareWithDocument } from "@/lib/contract/openapi-comparison";
import { differences } from "@/lib/contract/openapi-differences";
import { readOpenapi } from "@/lib/contract/openapi-document";
import { openapiValidator } from "@/lib/contract/openapi-validator";
import { openapiPath } from "@/lib/env";

const path = openapiPath();

const connection = {
  id: "warm_tide",
  group_id: "soft_hill",
  service: "postgres",
  service_version: 1,
  schema: "shop",
  paused: false,
  pause_after_trial: false,
  connected_by: "user_id",
  created_at: "2026-01-02T03:04:05.678901Z",
  succeeded_at: null,
  failed_at: null,
  sync_frequency: 360,
  schedule_type: "auto",
  daily_sync_time: null,
  data_delay_sensitivity: "NORMAL",
  data_delay_threshold: 0,
  networking_method: "Directly",
  status: {
    setup_state: "connected",
    sync_state: "scheduled",
    update_state: "on_schedule",
    is_historical_sync: false,
    schema_status: null,
    rescheduled_for: null,
    tasks: [],
    warnings: [],
  },
};

const success = (data: unknown) => ({ code: "Success", message: "Done", data });

describe.skipIf(path === null)("Fivetran's OpenAPI document", () => {
  const validate = path === null ? () => [] : openapiValidator(path);
  const setupTest = (details: unknown) =>
    success({ ...connection, setup_tests: [{ title: "Host", status: "FAILED", message: "No", details }] });

  test("differs from the table exactly where openapi-differences.json says so", () => {
    const found = path === null ? [] : compareWithDocument(readOpenapi(path));
    const spelled = (it: { operation: string; pointer: string }) => `${it.operation} ${it.pointer}`;
    const listed = new Set(differences.map(spelled));
    const occurring = new Set(found.map(spelled));
    const unlisted = found.filter((it) => !listed.has(spelled(it)));
    const stale = differences.filter((it) => !occurring.has(spelled(it)));
    expect({ unlisted, stale }).toEqual({ unlisted: [], stale: [] });
  });

  test("is taken to allow null for a time that has not come, but not for a connection's name", () => {
    expect(validate("connection_details", 200, success(connection))).toEqual([]);
    expect(validate("connection_details", 200, success({ ...connection, schema: null }))).toEqual([
      "/data/schema: must be string",
    ]);
  });

  test("is taken to mean an integer by the texts it lists for sync_frequency", () => {
    expect(validate("modify_connection", 200, success({ ...connection, sync_frequency: 15 }))).toEqual([]);
  });

  test("is taken to allow any JSON in the details of a setup test", () => {
    for (const details of ["text", { hash: "x" }, [{ hash: "x" }], null]) {
      expect(validate("run_setup_tests", 200, setupTest(details))).toEqual([]);
    }
  });

  test("is taken to answer approvals with 201 and in an envelope", () => {
    const approval = { id: "x", hash: "x", public_key: "k", validated_date: "2026-01-02T03:04:05Z" };
    const fingerprint = success({ ...approval, validated_by: "u" });
    expect(validate("approve_connection_fingerprint", 201, fingerprint)).toEqual([]);
    const certificate = success({
      ...approval,
      name: "n",
      type: "t",
      sha1: "1",
      sha256: "2",
      validated_by: "u",
    });
    expect(validate("approve_connection_certificate", 201, certificate)).toEqual([]);
    expect(validate("create_group", 202, success({}))).toEqual(["status 202 is not declared"]);
  });

  test("is taken to mean a plain date by service_status_updated_at", () => {
    const type = { id: "postgres", name: "PostgreSQL", type: "Database" };
    const page = (date: string) => success({ items: [{ ...type, service_status_updated_at: date }] });
    expect(validate("metadata_connectors", 200, page("2024-05-06"))).toEqual([]);
    expect(validate("metadata_connectors", 200, success({ items: [{ id: "postgres" }] }))).toHaveLength(2);
  });

  test("does not know the older spellings that the Go SDK calls", () => {
    expect(validate("force_sync_connection", 200, { code: "Success", message: "Started" })).toEqual([]);
    expect(validate("no_such_operation", 200, {})).toEqual(["no_such_operation is not in the document"]);
  });

  test("reaches into maps whose keys are names of a source", () => {
    const column = { name_in_destination: "a", enabled: "yes", hashed: false };
    const columns = { ["__proto__"]: { ...column, enabled_patch_settings: { allowed: true } } };
    expect(validate("connection_column_config", 200, success({ columns }))).toEqual([
      "/data/columns/__proto__/enabled: must be boolean",
    ]);
  });

  test("leaves errors to the rule that they carry a code and a message and no data", () => {
    expect(validate("connection_details", 404, { code: "NotFound_Connector", message: "None" })).toEqual([]);
    expect(validate("connection_details", 404, { code: "Success", data: {} })).toHaveLength(3);
  });
});
