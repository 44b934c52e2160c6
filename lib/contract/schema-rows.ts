import { endpoint } from "@/lib/contract/endpoint";
import {
  ColumnChange,
  DropColumns,
  NewSchemaConfig,
  SchemaChange,
  SchemaConfigChange,
  TableChange,
} from "@/lib/contract/schema-bodies";
import { columnRisk, configRisk, schemaRisk, tableRisk } from "@/lib/contract/schema-risk";
import { EXCLUDE_MODES, SchemaConfig, TableColumns } from "@/lib/model/schema-config";
import { z } from "@/lib/zod";

const change = { role: "operator", cost: "all", invalidates: ["schema_config"] } as const;
const drop = { role: "admin", risk: "destructive", cost: "all", invalidates: ["schema_config"] } as const;

export const schemaRows = {
  connection_schema_config: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/schemas",
    response: SchemaConfig,
    role: "viewer",
    risk: "read",
    cost: "all",
  }),
  pre_create_connection_schema_config: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/schemas",
    body: NewSchemaConfig,
    response: SchemaConfig,
    risk: configRisk,
    ...change,
  }),
  modify_connection_schema_config: endpoint({
    method: "PATCH",
    path: "/connections/{connectionId}/schemas",
    body: SchemaConfigChange,
    response: SchemaConfig,
    risk: configRisk,
    ...change,
  }),
  modify_connection_database_schema_config: endpoint({
    method: "PATCH",
    path: "/connections/{connectionId}/schemas/{schemaName}",
    body: SchemaChange,
    response: SchemaConfig,
    risk: schemaRisk,
    ...change,
  }),
  modify_connection_table_config: endpoint({
    method: "PATCH",
    path: "/connections/{connectionId}/schemas/{schemaName}/tables/{tableName}",
    body: TableChange,
    response: SchemaConfig,
    risk: tableRisk,
    ...change,
  }),
  modify_connection_column_config: endpoint({
    method: "PATCH",
    path: "/connections/{connectionId}/schemas/{schemaName}/tables/{tableName}/columns/{columnName}",
    body: ColumnChange,
    response: SchemaConfig,
    risk: columnRisk,
    ...change,
  }),
  delete_multiple_columns_connection_config: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/schemas/drop-columns",
    body: DropColumns,
    ...drop,
  }),
  delete_column_connection_config: endpoint({
    method: "DELETE",
    path: "/connections/{connectionId}/schemas/{schemaName}/tables/{tableName}/columns/{columnName}",
    ...drop,
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
