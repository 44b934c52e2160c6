import "server-only";
import { sql } from "drizzle-orm";
import { store } from "@/lib/store/db";
import { appliedMigration, newestMigration } from "@/lib/store/migrations";

export type Part = "ok" | "unavailable" | "unknown";

const PATIENCE_MS = 3000;

/** Whether the database answers, and whether it has the migrations of this build. */
export async function readiness(): Promise<{ database: Part; migrations: Part }> {
  try {
    const { db, run } = await store();
    await within(db.execute(sql`select 1`));
    const applied = await within(appliedMigration({ query: run }));
    return { database: "ok", migrations: applied === newestMigration() ? "ok" : "unavailable" };
  } catch {
    return { database: "unavailable", migrations: "unknown" };
  }
}

async function within<T>(work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("too slow")), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
