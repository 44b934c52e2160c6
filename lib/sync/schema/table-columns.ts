import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import type { Asker } from "@/lib/fivetran/quota";
import { fitsPath } from "@/lib/model/path";
import { eachItem } from "@/lib/model/schema/change-fields";
import { findSchema, findTable } from "@/lib/model/schema/find-place";
import type { ColumnAnswer, TableColumnsAnswer } from "@/lib/model/schema/schema-answers";
import { COLUMNS_CONFIG } from "@/lib/model/schema/schema-tree";
import type { Column } from "@/lib/model/schema-config";
import { store } from "@/lib/store/db";
import { columnLists } from "@/lib/store/tables/column-lists";
import { currentUpstream } from "@/lib/store/upstream";
import { keptTree } from "@/lib/sync/schema/kept-tree";
import { recentChanges } from "@/lib/sync/schema/revisions";

/**
 * Asks for all columns of one table and keeps the list.
 * @throws AppError `invalid` where Fivetran has no column config for the table or no address can carry its name;
 *   `not_found` for a table that is gone; else as the client does
 */
export async function readTableColumns(
  connection_id: string,
  schema: string,
  table: string,
  as: Asker,
  signal?: AbortSignal,
): Promise<TableColumnsAnswer> {
  await checkTable(connection_id, schema, table);
  const { list, read_at } = await keepTableColumns(connection_id, [schema, table], as, signal);
  const fresh = await newColumns(connection_id, schema, table);
  return {
    schema,
    table,
    read_at,
    columns: list.map((column) => ({ ...column, is_new: fresh.has(column.name) })),
  };
}

/** The same of a table that is known to have them, told to nobody: for many at once. @throws AppError as the client */
export async function keepTableColumns(
  connection_id: string,
  [schema, table]: readonly [schema: string, table: string],
  as: Asker,
  signal?: AbortSignal,
): Promise<{ list: Listed[]; read_at: number }> {
  const read_at = Date.now();
  const { columns } = await fivetran().call("connection_column_config", {
    params: { connectionId: connection_id, schema, table },
    as,
    ...(signal && { signal }),
  });
  const list = Object.entries(columns).map(([name, column]) => rowOf(name, column));
  await keepList(connection_id, [schema, table], list, read_at);
  return { list, read_at };
}

async function checkTable(connection_id: string, schema: string, table: string): Promise<void> {
  const kept = await keptTree(connection_id);
  const place = kept ? findSchema(kept.tree, schema) : -1;
  const found = kept && place >= 0 ? findTable(kept.tree, place, table) : -1;
  if (kept && found < 0) {
    throw new AppError(
      "not_found",
      `The schema ${JSON.stringify(schema)} has no table ${JSON.stringify(table)}.`,
    );
  }
  if (kept && ((kept.tree.tables.flags[found] ?? 0) & COLUMNS_CONFIG) === 0) {
    throw new AppError(
      "invalid",
      "Fivetran has no column config for this table: it syncs as a whole or not at all.",
    );
  }
  for (const name of [schema, table]) {
    if (fitsPath(name)) continue;
    throw new AppError(
      "invalid",
      `Fivetran's API has no address for ${JSON.stringify(name)}, so its columns cannot be asked for. The table itself can be switched, and so can the columns that are shown.`,
    );
  }
}

type Listed = Omit<ColumnAnswer, "is_new">;

function rowOf(name: string, column: Column): Listed {
  const { allowed, reason_code, reason } = column.enabled_patch_settings;
  return {
    name,
    name_in_destination: column.name_in_destination,
    enabled: column.enabled,
    hashed: column.hashed,
    is_primary_key: column.is_primary_key ?? false,
    lock: allowed ? null : { code: reason_code ?? "", reason: reason ?? "" },
  };
}

async function keepList(
  connection_id: string,
  names: [schema: string, table: string],
  columns: Listed[],
  read_at: number,
): Promise<void> {
  const { db } = await store();
  const table_key = createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 32);
  const row = { names, columns, read_at };
  await db
    .insert(columnLists)
    .values({ upstream_id: currentUpstream(), connection_id, table_key, ...row })
    .onConflictDoUpdate({
      target: [columnLists.upstream_id, columnLists.connection_id, columnLists.table_key],
      set: row,
    });
}

async function newColumns(connection_id: string, schema: string, table: string): Promise<Set<string>> {
  const names = new Set<string>();
  for (const changes of await recentChanges(connection_id)) {
    eachItem(changes, ([inSchema, inTable, column], { seen }) => {
      const appeared = seen === "appeared" || seen === "returned";
      if (appeared && column !== undefined && inSchema === schema && inTable === table) names.add(column);
    });
  }
  return names;
}
