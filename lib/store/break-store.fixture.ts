import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { rowsOf, type Store } from "@/lib/store/database";

/**
 * Has every write fail as on a full disk, or as where the database takes none; reads go on.
 * @returns what mends it
 */
export async function breakStore(store: Store, fault: "full" | "read-only"): Promise<() => Promise<void>> {
  if (fault === "full") {
    await store.db.execute(FULL);
    return async () => void (await store.db.execute(sql`drop function out_of_space cascade`));
  }
  await readOnly(store, "on");
  return () => readOnly(store, "off");
}

/** In PostgreSQL's own words and by its code. */
const FULL: SQL = sql`do $do$
  declare own regclass;
  begin
    create function out_of_space() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = '53100';
    end $$;
    for own in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
      execute format('create trigger out_of_space before insert or update on %s
        for each statement execute function out_of_space()', own);
    end loop;
  end $do$`;

async function readOnly({ db, kind }: Store, value: "on" | "off"): Promise<void> {
  const setting = sql.raw(value);
  if (kind === "pglite") {
    await db.execute(sql`set default_transaction_read_only = ${setting}`);
    return;
  }
  await db.execute(sql`alter system set default_transaction_read_only = ${setting}`);
  await db.execute(sql`select pg_reload_conf()`);
  // Each session takes it up by itself.
  const shown = async () =>
    rowsOf<{ default_transaction_read_only: string }>(
      await db.execute(sql`show default_transaction_read_only`),
    )[0]?.default_transaction_read_only;
  for (;;) {
    const all = await Promise.all(Array.from({ length: 30 }, shown));
    if (all.every((one) => one === value)) return;
    await wait(20);
  }
}
