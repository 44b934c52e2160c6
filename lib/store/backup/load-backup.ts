import "server-only";
import { AppError } from "@/lib/errors";
import {
  BackupEnd,
  BackupHead,
  BackupLine,
  type BackupRow,
  BackupTable,
} from "@/lib/store/backup/backup-line";
import { migrateTo, newestMigration } from "@/lib/store/migrations";
import { MIGRATION_LOCK } from "@/lib/store/postgres";
import { quoted, type RawDb, rowsOf } from "@/lib/store/raw-db";

const AT_ONCE = 200;

/**
 * Puts a backup into a database that holds nothing, in one transaction, and brings it to this build's migrations.
 * @returns its head, and how many rows it had
 * @throws AppError `invalid` for what is no backup, is cut off or is a newer Headgate's, and `conflict` for a database
 *   that Headgate has used already; nothing is changed then
 */
export async function loadBackup(
  db: RawDb,
  lines: AsyncIterable<unknown>,
): Promise<{ head: BackupHead; rows: number }> {
  await db.query("begin");
  try {
    const loaded = await load(db, lines);
    await db.query("commit");
    return loaded;
  } catch (error) {
    await db.query("rollback");
    throw error;
  }
}

async function load(db: RawDb, lines: AsyncIterable<unknown>): Promise<{ head: BackupHead; rows: number }> {
  let head: BackupHead | null = null;
  let table: BackupTable | null = null;
  let waiting: BackupRow[] = [];
  let rows = 0;
  let told: number | null = null;
  const flush = async (): Promise<void> => {
    if (table && waiting.length > 0) await insert(db, table, waiting);
    rows += waiting.length;
    waiting = [];
  };
  for await (const line of lines) {
    if (!head) {
      head = headOf(line);
      // An instance that starts meanwhile waits, and finds all of it.
      await db.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
      await refuseUsed(db);
      await migrateTo(db, head.migration);
      continue;
    }
    const parsed = BackupLine.safeParse(line);
    if (!parsed.success || told !== null) throw noBackup();
    if (Array.isArray(parsed.data)) {
      if (parsed.data.length !== table?.columns.length) throw noBackup();
      if (waiting.push(parsed.data) >= AT_ONCE) await flush();
      continue;
    }
    await flush();
    table = BackupTable.safeParse(parsed.data).data ?? null;
    told = BackupEnd.safeParse(parsed.data).data?.rows ?? null;
  }
  if (!head) throw noBackup();
  if (told !== rows) {
    throw new AppError(
      "invalid",
      "This backup is cut off: it does not hold all of its rows. Nothing was changed.",
    );
  }
  await setSequences(db);
  await migrateTo(db, newestMigration());
  return { head, rows };
}

/** The head of a backup, nothing of it read further. @throws AppError `invalid` as `loadBackup` */
export async function headOfBackup(lines: AsyncIterable<unknown>): Promise<BackupHead> {
  for await (const line of lines) return headOf(line);
  throw noBackup();
}

function headOf(line: unknown): BackupHead {
  const head = BackupHead.safeParse(line).data;
  if (!head) throw noBackup();
  if (head.migration > newestMigration()) {
    throw new AppError(
      "invalid",
      "This backup was made by a newer Headgate: restore it with that version, or one newer still. Nothing was changed.",
    );
  }
  return head;
}

const noBackup = () => new AppError("invalid", "This file is not a backup of Headgate. Nothing was changed.");

async function refuseUsed(db: RawDb): Promise<void> {
  const [used] = await rowsOf<{ name: string | null }>(
    db,
    `select coalesce(to_regclass('drizzle.__drizzle_migrations'), (
      select oid::regclass from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' limit 1
    ))::text as name`,
  );
  if (!used?.name) return;
  throw new AppError(
    "conflict",
    "That database holds something already. Nothing was changed; give an empty one.",
  );
}

async function insert(db: RawDb, { table, columns }: BackupTable, rows: BackupRow[]): Promise<void> {
  const names = columns.map(([name]) => quoted(name)).join(", ");
  const values = columns.map(([name, type]) => `it.${quoted(name)}::${typeName(type)}`).join(", ");
  const lists = columns.map((_, at) => `$${at + 1}::text[]`).join(", ");
  await db.query(
    `insert into public.${quoted(table)} (${names}) overriding system value
      select ${values} from unnest(${lists}) as it(${names})`,
    columns.map((_, at) => rows.map((row) => row[at] ?? null)),
  );
}

/** A type's name goes into SQL as it is: nothing else may. */
function typeName(type: string): string {
  if (!/^[a-z][a-z ]*(\(\d+(,\d+)?\))?(\[\])?$/.test(type)) throw noBackup();
  return type;
}

/** Numbers that the database gives out go on after those that are taken. */
async function setSequences(db: RawDb): Promise<void> {
  const owned = await rowsOf<{ table: string; column: string }>(
    db,
    `select relname as table, attname as column from pg_attribute join pg_class it on it.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and attidentity <> ''`,
  );
  for (const { table, column } of owned) {
    const name = `public.${quoted(table)}`;
    await db.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(column)}), 1), count(*) > 0) from ${name}`,
      [name, column],
    );
  }
}
