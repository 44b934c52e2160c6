import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import type { ComposedSchema, SourceRecipe } from "@/lib/sandbox/source/compose-source";
import { dice } from "@/lib/sandbox/source/dice";
import { DATABASE_ENTITIES, type Entity } from "@/lib/sandbox/source/entities";
import { HOSTILE_COLUMNS, HOSTILE_SCHEMA, HOSTILE_TABLES } from "@/lib/sandbox/source/hostile-names";
import type { SourceTable, SyncMode } from "@/lib/sandbox/source/source";
import { composeColumn } from "@/lib/sandbox/source/source-column";
import { holdsDocuments } from "@/lib/sandbox/source/source-kind";
import { composeTable, type TableRecipe } from "@/lib/sandbox/source/source-table";

const UNREADABLE_TABLE = "The user may not read this table.";
const UNREADABLE_COLUMN = "The data type of this column is not supported.";

/** The schemas of a database: shop, billing, audit, sometimes people, and what somebody once imported. */
export function composeDatabase({ service, connection_id, seed }: SourceRecipe): ComposedSchema[] {
  const luck = dice(seed, "database", connection_id);
  const { spell, main } = dialectOf(service);
  const documents = holdsDocuments(service);
  const history = connectorType(service)?.capabilities.historyMode ?? true;
  const modes: readonly SyncMode[] = history ? ["SOFT_DELETE", "HISTORY"] : [];

  const schemaOf = (
    name: string,
    from: readonly Entity[],
    least: number,
    extra: readonly SourceTable[] = [],
  ) => ({
    name,
    tables: [
      ...luck
        .some(from, least + luck.roll(from.length - least + 1))
        .map((entity, index) => entityTable(entity, spell, documents, modes, index)),
      ...extra,
    ],
  });

  const schemas = [
    schemaOf(main, DATABASE_ENTITIES.main, 9, specialTables(spell, history)),
    schemaOf(spell("billing"), DATABASE_ENTITIES.billing, 6),
    schemaOf(spell("audit"), DATABASE_ENTITIES.audit, 3),
    ...(luck.chance(0.5) ? [schemaOf(spell("people"), DATABASE_ENTITIES.people, 4)] : []),
    { name: HOSTILE_SCHEMA, tables: HOSTILE_TABLES.map((name) => hostileTable(name, modes)) },
  ];
  // A document store knows no columns, so nothing can be chosen below its tables.
  if (!documents) return schemas;
  const bare = (table: SourceTable) => ({ ...table, supports_columns_config: false });
  return schemas.map(({ name, tables }) => ({ name, tables: tables.map(bare) }));
}

type Spelling = (name: string) => string;

/** How a family writes names, and what it calls the schema everybody uses. */
function dialectOf(service: string): { spell: Spelling; main: string } {
  if (/^(sql_server|azure_sql|google_cloud_sqlserver)/.test(service)) return { spell: pascal, main: "dbo" };
  if (/^(oracle|db2|sap|snowflake)/.test(service))
    return { spell: (name) => name.toUpperCase(), main: "SHOP" };
  if (holdsDocuments(service)) return { spell: camel, main: "shop" };
  if (/mysql|maria|aurora$/.test(service)) return { spell: same, main: "shop" };
  return { spell: same, main: "public" };
}

function entityTable(
  entity: Entity,
  spell: Spelling,
  documents: boolean,
  modes: readonly SyncMode[],
  index: number,
): SourceTable {
  const key = documents ? "_id" : spell("id");
  const columns = documents ? [key, "data"] : entity.columns.map(spell);
  return table({
    name: spell(entity.name),
    keys: [key],
    columns,
    // Some tables of a database cannot keep their history.
    sync_modes: index % 5 === 4 ? [] : modes,
  });
}

/** One of each kind that a person cannot switch, and a column that is gone. */
function specialTables(spell: Spelling, history: boolean): SourceTable[] {
  return [
    table({ name: "_fivetran_heartbeat", keys: ["id"], columns: ["id", "beat_at"], system: true }),
    table({
      name: spell("schema_migrations"),
      keys: [spell("version")],
      columns: [spell("version"), spell("applied_at")],
      unreadable: UNREADABLE_TABLE,
    }),
    table({
      name: spell("wishlists"),
      keys: [spell("id")],
      columns: ["id", "user_id", "product_id"].map(spell),
      deleted: true,
    }),
    table({
      name: spell("stock_levels_view"),
      keys: [],
      columns: ["product_id", "quantity", "counted_at"].map(spell),
      supports_columns_config: false,
    }),
    composeTable({
      name: spell("stores"),
      columns: [
        composeColumn({ name: spell("id"), is_primary_key: true }),
        composeColumn({ name: spell("name") }),
        composeColumn({ name: spell("manager_email") }),
        composeColumn({ name: spell("opening_hours"), unreadable: UNREADABLE_COLUMN }),
        composeColumn({ name: spell("fax"), deleted: true }),
        ...SYSTEM_COLUMNS,
      ],
      sync_modes: history ? ["SOFT_DELETE", "HISTORY", "LIVE"] : [],
    }),
  ];
}

function hostileTable(name: string, sync_modes: readonly SyncMode[]): SourceTable {
  return table({
    name,
    keys: ["id"],
    columns: ["id", ...HOSTILE_COLUMNS],
    sync_modes,
  });
}

const SYSTEM_COLUMNS = ["_fivetran_deleted", "_fivetran_synced"].map((name) => composeColumn({ name }));

function table(
  recipe: Omit<TableRecipe, "columns"> & { keys: readonly string[]; columns: readonly string[] },
): SourceTable {
  const { keys, columns, ...rest } = recipe;
  const own = columns.map((name) => composeColumn({ name, is_primary_key: keys.includes(name) }));
  return composeTable({ ...rest, columns: [...own, ...SYSTEM_COLUMNS] });
}

const same: Spelling = (name) => name;
const camel: Spelling = (name) => name.replace(/_(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
const pascal: Spelling = (name) => camel(`_${name}`);
