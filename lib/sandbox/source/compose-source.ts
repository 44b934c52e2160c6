import { composeApplication } from "@/lib/sandbox/source/compose-application";
import { composeDatabase } from "@/lib/sandbox/source/compose-database";
import { composeFiles } from "@/lib/sandbox/source/compose-files";
import { composeLarge } from "@/lib/sandbox/source/compose-large";
import type { Source, SourceSchema, SourceTable } from "@/lib/sandbox/source/source";
import { sourceKindOf } from "@/lib/sandbox/source/source-kind";
import { nameInDestination } from "@/lib/sandbox/source/source-names";

export interface SourceRecipe {
  /** Connector type. */
  service: string;
  connection_id: string;
  seed: number;
  /** The connection's name, Fivetran's `schema`: where the data lands. The service's id when absent. */
  schema?: string;
  /** Both set: a large database of that many tables with that many columns each. */
  tables?: number;
  columns?: number;
}

/** Named tables of one schema, before it is known where they land. */
export interface ComposedSchema {
  name: string;
  tables: readonly SourceTable[];
}

/**
 * The source of a connection, the same for the same recipe. Real tables for the applications whose shape is known,
 * composed ones for the rest; databases of several schemas with locked, deleted and hostile items; the single schema
 * key of Salesforce and NetSuite is `salesforce` and `netsuite` (fivetran-api 6.1). A large source composes the columns
 * of a table when they are asked for.
 */
export function composeSource(recipe: SourceRecipe): Source {
  const { service, tables, columns } = recipe;
  const large = tables !== undefined && columns !== undefined;
  const kind = large ? "database" : sourceKindOf(service);
  const landing = recipe.schema ?? nameInDestination(service);
  const prefix = kind === "database" ? landing : null;
  const schemas = large ? composeLarge(tables, columns) : COMPOSERS[kind](recipe);
  return {
    service,
    kind,
    prefix,
    version: 0,
    schemas: new Map(schemas.map((schema) => [schema.name, place(schema, landing, prefix)])),
  };
}

const COMPOSERS = { application: composeApplication, database: composeDatabase, file: composeFiles };

function place(schema: ComposedSchema, landing: string, prefix: string | null): SourceSchema {
  return {
    name: schema.name,
    name_in_destination:
      prefix === null ? (landing.split(".")[0] ?? landing) : `${prefix}_${nameInDestination(schema.name)}`,
    tables: new Map(schema.tables.map((table) => [table.name, table])),
    since: 0,
    turns: [],
  };
}
