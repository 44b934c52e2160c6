import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import type { ComposedSchema, SourceRecipe } from "@/lib/sandbox/source/compose-source";
import { dice } from "@/lib/sandbox/source/dice";
import { COMMON_ENTITIES, TRADE_ENTITIES, type Trade } from "@/lib/sandbox/source/entities";
import type { SourceTable, SyncMode } from "@/lib/sandbox/source/source";
import { composeColumn } from "@/lib/sandbox/source/source-column";
import generated from "@/lib/sandbox/source/source-schemas.generated.json";
import { readSourceSchemas } from "@/lib/sandbox/source/source-schemas-file";
import { composeTable } from "@/lib/sandbox/source/source-table";

const facts = readSourceSchemas(generated);

// Services that differ from a known one by their environment only.
const SAME_AS = new Map([
  ["salesforce_sandbox", "salesforce"],
  ["netsuite_suiteanalytics", "netsuite"],
  ["zuora_sandbox", "zuora"],
]);

const TRADES = new Map<string, Trade>([
  ["Marketing", "marketing"],
  ["Sales", "sales"],
  ["Finance", "finance"],
  ["HumanResources", "people"],
  ["Productivity", "work"],
  ["Support", "support"],
  ["Engineering", "systems"],
  ["Security", "systems"],
  ["Events", "systems"],
  ["Function", "systems"],
  ["Log", "systems"],
  ["BITool", "systems"],
]);

const KEY_NAME = /(^|_)id$|^(index|date|timestamp|time|recordno|accountno|guid|key|nkey|name)$/;

/** Ids of the services whose real tables are known. */
export function knownApplications(): string[] {
  return [...facts.keys()];
}

/** The one schema of an application. */
export function composeApplication({ service, connection_id, seed }: SourceRecipe): ComposedSchema[] {
  const name = SAME_AS.get(service) ?? service;
  const known = facts.get(name);
  const choice = choiceOf(service);
  const tables = known
    ? Array.from(known, ([table, columns]) => applicationTable(table, columns, choice))
    : composedTables(service, connection_id, seed, choice);
  return [{ name, tables: [...tables, ...systemTables(name)] }];
}

function composedTables(service: string, connection_id: string, seed: number, choice: Choice): SourceTable[] {
  const luck = dice(seed, "tables", service);
  const trade = TRADE_ENTITIES[tradeOf(service)];
  const chosen = [
    ...luck.some(trade, 6 + luck.roll(trade.length - 5)),
    ...luck.some(COMMON_ENTITIES, 3 + luck.roll(4)),
  ];
  // Two connections of one service differ a little, as custom objects make them.
  const own = dice(seed, "custom objects", connection_id);
  const custom = own.chance(0.3)
    ? [{ name: "custom_object_c", columns: ["id", "name", "email_c", "score_c"] }]
    : [];
  return [...chosen, ...custom].map(({ name, columns }) =>
    applicationTable(name, [...columns, "_fivetran_deleted", "_fivetran_synced"], choice),
  );
}

function tradeOf(service: string): Trade {
  const type = connectorType(service)?.type ?? "API";
  return (
    TRADES.get(type) ?? dice("trade", service).pick(["marketing", "sales", "finance", "work", "support"])
  );
}

/** What the connector type lets a person choose, as its metadata says. */
interface Choice {
  modes: readonly SyncMode[];
  columns: boolean;
}

function choiceOf(service: string): Choice {
  const { historyMode = false, columnsConfig = true } = connectorType(service)?.capabilities ?? {};
  return { modes: historyMode ? ["SOFT_DELETE", "HISTORY"] : [], columns: columnsConfig };
}

function applicationTable(name: string, columns: readonly string[], choice: Choice): SourceTable {
  const keys = keysOf(columns);
  const plain = columns.some((column) => !keys.has(column) && !column.startsWith("_fivetran_"));
  return composeTable({
    name,
    columns: columns.map((column) => composeColumn({ name: column, is_primary_key: keys.has(column) })),
    // A table of keys alone leaves nothing to choose.
    supports_columns_config: choice.columns && plain,
    sync_modes: keys.has("id") && !name.endsWith("_history") ? choice.modes : [],
  });
}

/** `id`, else what Fivetran keys by, else the names in front that look like keys. */
function keysOf(columns: readonly string[]): ReadonlySet<string> {
  for (const key of ["id", "_fivetran_id"]) if (columns.includes(key)) return new Set([key]);
  const own = columns.filter((column) => !column.startsWith("_fivetran_"));
  const end = own.findIndex((column) => !KEY_NAME.test(column));
  return new Set(end < 0 ? own : own.slice(0, end));
}

function systemTables(name: string): SourceTable[] {
  if (name !== "salesforce") return [];
  return ["fivetran_formula", "fivetran_formula_model"].map((table) =>
    composeTable({
      name: table,
      columns: ["object", "field", "formula", "_fivetran_synced"].map((column) =>
        composeColumn({ name: column }),
      ),
      system: true,
      supports_columns_config: false,
    }),
  );
}
