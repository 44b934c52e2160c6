import { endpoint } from "@/lib/contract/endpoint";
import { pageQuery } from "@/lib/contract/page-query";
import { Connection, NETWORKING_METHODS, SENSITIVITIES } from "@/lib/model/connection";
import { DAILY_SYNC_TIMES, SYNC_FREQUENCIES } from "@/lib/model/schedule";
import { keyed, loose, page, timestamp } from "@/lib/model/wire";
import { z } from "@/lib/zod";

const read = { role: "viewer", risk: "read", cost: "all" } as const;
const open = z.record(z.string(), z.unknown());

/** Tables by schema name; neither the map nor a table list may be empty (OpenAPI: ResyncConnectorRequest). */
const tablesBySchema = keyed(z.array(z.string()).min(1)).refine(
  (scope) => Object.keys(scope).length > 0,
  "Name at least one table.",
);

/** Where a connect card leads back to and what it shows. Source: ConnectCardConfig of the OpenAPI document. */
export const ConnectCardConfig = z.strictObject({
  redirect_uri: z.string().refine(isWebAddress, "Start with http:// or https://."),
  hide_setup_guide: z.boolean().optional(),
  all_fields: z.boolean().optional(),
});
export type ConnectCardConfig = z.infer<typeof ConnectCardConfig>;

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

const settings = {
  config: open.optional(),
  auth: open.optional(),
  paused: z.boolean().optional(),
  pause_after_trial: z.boolean().optional(),
  sync_frequency: z.literal(SYNC_FREQUENCIES).optional(),
  daily_sync_time: z.enum(DAILY_SYNC_TIMES as [string, ...string[]]).optional(),
  schedule_type: z.enum(["auto", "manual"]).optional(),
  data_delay_sensitivity: z.enum(SENSITIVITIES).optional(),
  data_delay_threshold: z.number().int().min(0).optional(),
  networking_method: z.enum(NETWORKING_METHODS).optional(),
  proxy_agent_id: z.string().nullable().optional(),
  private_link_id: z.string().nullable().optional(),
  hybrid_deployment_agent_id: z.string().nullable().optional(),
  external_secrets_manager_id: z.string().nullable().optional(),
  external_secrets_keys_config: open.optional(),
  destination_configuration: z.strictObject({ virtual_warehouse: z.string().optional() }).optional(),
  run_setup_tests: z.boolean().optional(),
  trust_certificates: z.boolean().optional(),
  trust_fingerprints: z.boolean().optional(),
};

/** The body of a new connection. Source: NewConnectorRequestV1 of the OpenAPI document. */
export const NewConnection = z.strictObject({
  group_id: z.string().min(1),
  service: z.string().min(1),
  destination_schema_names: z.enum(["FIVETRAN_NAMING", "SOURCE_NAMING"]).optional(),
  connect_card_config: ConnectCardConfig.optional(),
  ...settings,
});

/** The body of a connection change. Source: UpdateConnectorRequest of the OpenAPI document. */
export const ConnectionPatch = z.strictObject({
  ...settings,
  schema_status: z.enum(["blocked_on_capture", "ready"]).optional(),
  is_historical_sync: z.boolean().optional(),
});
export type ConnectionPatch = z.infer<typeof ConnectionPatch>;

const changed = ["connection"] as const;

export const connectionRows = {
  list_connections: endpoint({
    method: "GET",
    path: "/connections",
    query: pageQuery.extend({ group_id: z.string().optional(), schema: z.string().optional() }),
    response: page(Connection),
    ...read,
  }),
  create_connection: endpoint({
    method: "POST",
    path: "/connections",
    body: NewConnection,
    response: Connection,
    status: 201,
    role: "admin",
    risk: "reversible",
    cost: (body) => (body.run_setup_tests === false ? "all" : "setup-test"),
    invalidates: ["connections"],
  }),
  connection_details: endpoint({
    method: "GET",
    path: "/connections/{connectionId}",
    response: Connection,
    ...read,
  }),
  modify_connection: endpoint({
    method: "PATCH",
    path: "/connections/{connectionId}",
    body: ConnectionPatch,
    response: Connection,
    role: "operator",
    risk: (body) => (body.is_historical_sync ? "costly" : "reversible"),
    cost: (body) => (body.run_setup_tests === false ? "all" : "setup-test"),
    invalidates: changed,
  }),
  delete_connection: endpoint({
    method: "DELETE",
    path: "/connections/{connectionId}",
    role: "admin",
    risk: "destructive",
    cost: "all",
    invalidates: ["connections"],
  }),
  sync_connection: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/sync",
    body: z.strictObject({ force: z.boolean().optional() }).optional(),
    role: "operator",
    risk: (body) => (body?.force ? "costly" : "reversible"),
    cost: "all",
    invalidates: changed,
  }),
  force_sync_connection: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/force",
    role: "operator",
    risk: "costly",
    cost: "all",
    invalidates: changed,
    legacy: true,
  }),
  resync_connection: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/resync",
    body: z.strictObject({ scope: tablesBySchema.nullish() }).optional(),
    role: "operator",
    risk: "costly",
    cost: "all",
    invalidates: changed,
  }),
  resync_tables: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/schemas/tables/resync",
    body: tablesBySchema,
    role: "operator",
    risk: "costly",
    cost: "all",
    invalidates: changed,
  }),
  resync_table: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/schemas/{schema}/tables/{table}/resync",
    role: "operator",
    risk: "costly",
    cost: "all",
    invalidates: changed,
    legacy: true,
  }),
  run_setup_tests: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/test",
    body: z.strictObject({
      trust_certificates: z.boolean().optional(),
      trust_fingerprints: z.boolean().optional(),
    }),
    response: Connection,
    role: "operator",
    risk: "reversible",
    cost: "setup-test",
    invalidates: changed,
  }),
  // Newer than the document; some accounts do not answer it. Its records have no documented shape.
  connection_sync_history: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/sync-history",
    query: pageQuery.extend({ start_time: timestamp.optional(), end_time: timestamp.optional() }),
    response: page(z.record(z.string(), z.unknown())),
    proxied: false,
    ...read,
  }),
  connect_card: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/connect-card",
    body: z.strictObject({ connect_card_config: ConnectCardConfig }),
    response: loose({
      connector_id: z.string(),
      connect_card: loose({ token: z.string(), uri: z.string() }),
      connect_card_config: loose({
        redirect_uri: z.string(),
        hide_setup_guide: z.boolean().optional(),
        all_fields: z.boolean().optional(),
      }).optional(),
    }),
    role: "operator",
    risk: "reversible",
    cost: "all",
    invalidates: changed,
  }),
  connection_state: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/state",
    response: loose({ state: z.unknown() }),
    ...read,
  }),
  modify_connection_state: endpoint({
    method: "PATCH",
    path: "/connections/{connectionId}/state",
    body: z.strictObject({ state: open }),
    response: loose({ state: z.unknown() }),
    role: "admin",
    risk: "destructive",
    cost: "all",
  }),
};
