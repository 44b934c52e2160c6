import { endpoint } from "@/lib/contract/endpoint";
import { EXCLUDE_MODES, SchemaConfig, TableColumns } from "@/lib/model/schema-config";
import { z } from "@/lib/zod";

export const schemaRows = {
  connection_schema_config: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/schemas",
    response: SchemaConfig,
    role: "viewer",
    risk: "read",
    cost: "all",
  }),
  reload_connection_schema_config: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/schemas/reload",
    body: z.strictObject({ exclude_mode: z.enum(EXCLUDE_MODES).optional() }).optional(),
    response: SchemaConfig,
    role: "operator",
    risk: (body) => (body?.exclude_mode === "EXCLUDE" ? "destructive" : "reversible"),
    cost: "source",
    invalidates: ["schema_config"],
  }),
  connection_column_config: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/schemas/{schema}/tables/{table}/columns",
    response: TableColumns,
    role: "viewer",
    risk: "read",
    cost: "source",
  }),
};
