import "server-only";
import { AppError } from "@/lib/errors";
import type { BackupHead, BackupLine } from "@/lib/store/backup/backup-line";
import { appliedMigration } from "@/lib/store/migrations";
import { quoted, type RawDb, rowsOf } from "@/lib/store/raw-db";

/** Rows that are fetched at once. */
const AT_ONCE = 200;

/**
 * All that a database holds, as it was at one moment, in an order in which it can be put in again: what others point
 * to comes first. What the queue holds is left out: jobs that wait are given to it again at the next start.
 * @throws AppError `not_found` for a database that Headgate never used
 */
export async function* readBackup(
  db: RawDb,
  head: Pick<BackupHead, "taken_at" | "sandbox">,
): AsyncGenerator<BackupLine> {
  await db.query("begin isolation level repeatable read read only");
  try {
    yield { headgate: "backup", form: 1, migration: await migrationOf(db), ...head };
    let rows = 0;
    for (const table of await tablesInOrder(db)) {
      const columns = await columnsOf(db, table);
      yield { table, columns };
      const list = columns.map(([name]) => `${quoted(name)}::text`).join(", ");
      await db.query(`declare rows no scroll cursor for select array[${list}] as row from ${quoted(table)}`);
      for (;;) {
        const some = await rowsOf<{ row: (string | null)[] }>(db, `fetch ${AT_ONCE} from rows`);
        for (const { row } of some) yield row;
        rows += some.length;
        if (some.length < AT_ONCE) break;
      }
      await db.query("close rows");
    }
    yield { rows };
  } finally {
    await db.query("rollback");
  }
}

async function migrationOf(db: RawDb): Promise<number> {
  const applied = await appliedMigration(db);
  if (applied === null) {
    throw new AppError("not_found", "That database holds nothing of Headgate. Nothing was done.");
  }
  return applied;
}

async function columnsOf(db: RawDb, table: string): Promise<[name: string, type: string][]> {
  const columns = await rowsOf<{ name: string; type: string }>(
    db,
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`public.${quoted(table)}`],
  );
  return columns.map(({ name, type }) => [name, type]);
}

async function tablesInOrder(db: RawDb): Promise<string[]> {
  const tables = await rowsOf<{ name: string; above: string[] }>(
    db,
    `select relname as name, array(
        select above.relname::text from pg_constraint join pg_class above on above.oid = confrelid
          where contype = 'f' and conrelid = it.oid and confrelid <> it.oid) as above
      from pg_class it where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  );
  const above = new Map(tables.map((it) => [it.name, it.above]));
  const ordered = new Set<string>();
  const add = (name: string): void => {
    for (const one of above.get(name) ?? []) if (!ordered.has(one)) add(one);
    ordered.add(name);
  };
  for (const name of above.keys()) add(name);
  return [...ordered];
}
