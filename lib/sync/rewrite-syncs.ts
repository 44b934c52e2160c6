import "server-only";
import { getTableColumns, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/database";
import { inBatches } from "@/lib/store/in-batches";
import { syncs } from "@/lib/store/tables/syncs";
import type { DerivedSync } from "@/lib/sync/derive-syncs";

const { id, upstream_id: _upstream, connection_id: _connection, ...columns } = getTableColumns(syncs);
const written = Object.entries(columns) as [keyof DerivedSync, (typeof columns)[keyof DerivedSync]][];

const SETS = sql.join(
  written.map(([, { name }]) => sql`${sql.identifier(name)} = fresh.${sql.identifier(name)}`),
  sql`, `,
);
const TYPES = sql.join(
  [id, ...written.map(([, column]) => column)].map(
    (column) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`,
  ),
  sql`, `,
);

/** Gives rows of the store what is known of their syncs now, many in one statement. */
export async function rewriteSyncs(
  db: Db,
  rows: readonly { id: number; sync: DerivedSync }[],
): Promise<void> {
  await inBatches(rows, async (batch) => {
    const fresh = batch.map((row) => ({
      id: row.id,
      ...Object.fromEntries(
        written.map(([key, column]) => {
          const value = row.sync[key];
          return [column.name, value === null ? null : column.mapToDriverValue(value)];
        }),
      ),
    }));
    await db.execute(sql`
      update ${syncs} s set ${SETS}
      from json_to_recordset(${JSON.stringify(fresh)}::json) fresh(${TYPES})
      where s.id = fresh.id`);
  });
}
