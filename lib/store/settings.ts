import "server-only";
import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { store } from "@/lib/store/db";
import { settings } from "@/lib/store/tables/settings";
import { currentUpstream } from "@/lib/store/upstream";

/** What people set, as it is kept. */
export interface Setting<T> {
  value: T;
  /** Grows with each save. */
  version: number;
  saved_by: string;
  /** Epoch milliseconds. */
  saved_at: number;
}

const columns = {
  value: settings.value,
  version: settings.version,
  saved_by: settings.saved_by,
  saved_at: settings.saved_at,
} satisfies Record<keyof Setting<unknown>, unknown>;

/** A setting of the present account; null where nobody has set it. */
export async function readSetting<T>(name: string): Promise<Setting<T> | null> {
  const { db } = await store();
  const [setting] = await db.select(columns).from(settings).where(named(name));
  return (setting as Setting<T> | undefined) ?? null;
}

/**
 * Saves a setting over the version it was made from, 0 for none.
 * @throws AppError `conflict` where someone saved it meanwhile; nothing is saved then
 */
export async function saveSetting<T>(
  name: string,
  from: number,
  value: T,
  saved_by: string,
): Promise<Setting<T>> {
  const { db } = await store();
  const next = { value, version: from + 1, saved_by, saved_at: Date.now() };
  const [saved] =
    from === 0
      ? await db
          .insert(settings)
          .values({ upstream_id: currentUpstream(), name, ...next })
          .onConflictDoNothing()
          .returning(columns)
      : await db
          .update(settings)
          .set(next)
          .where(and(named(name), eq(settings.version, from)))
          .returning(columns);
  if (saved) return saved as Setting<T>;
  throw new AppError("conflict", "Someone else saved this meanwhile. Nothing was saved over it.");
}

function named(name: string) {
  return and(eq(settings.upstream_id, currentUpstream()), eq(settings.name, name));
}
