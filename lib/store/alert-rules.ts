import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { type AlertRule, MOST_RULES, type StoredAlertRule } from "@/lib/model/alert/alert-rule";
import { nameFault } from "@/lib/model/alert/check-alert-rule";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { alertRules } from "@/lib/store/tables/alert-rules";
import { currentUpstream } from "@/lib/store/upstream";

export const MEANWHILE =
  "Someone else saved or deleted this meanwhile. Nothing was saved over it, and what you typed is still here.";

/** The rules of the present account, oldest first. */
export async function listAlertRules(db?: Db, upstream_id = currentUpstream()): Promise<StoredAlertRule[]> {
  const rows = await (db ?? (await store()).db)
    .select()
    .from(alertRules)
    .where(eq(alertRules.upstream_id, upstream_id))
    .orderBy(asc(alertRules.made_at), asc(alertRules.id));
  return rows.map(({ rule, version, saved_by, saved_at }) => ({ ...rule, version, saved_by, saved_at }));
}

/**
 * Saves a rule over the version it was made from, 0 for a new one.
 * @throws AppError `conflict` where someone saved or deleted it meanwhile, `invalid` for a name that is taken or one too
 * many; nothing is saved then
 */
export async function saveAlertRule(version: number, rule: AlertRule, saved_by: string): Promise<void> {
  const { db } = await store();
  const others = (await listAlertRules()).filter(({ id }) => id !== rule.id);
  const fault = nameFault(
    rule.name,
    others.map(({ name }) => name),
    "rule",
  );
  if (fault) throw new AppError("invalid", fault, { facts: { field: "rule.name" } });
  if (version === 0 && others.length >= MOST_RULES)
    throw new AppError("invalid", `There can be at most ${MOST_RULES} rules. Nothing was saved.`);
  const saved_at = Date.now();
  const next = { rule, version: version + 1, saved_by, saved_at };
  const saved =
    version === 0
      ? await db
          .insert(alertRules)
          .values({ upstream_id: currentUpstream(), id: rule.id, made_at: saved_at, ...next })
          .onConflictDoNothing()
          .returning({ id: alertRules.id })
      : await db.update(alertRules).set(next).where(at(rule.id, version)).returning({ id: alertRules.id });
  if (saved.length === 0) throw new AppError("conflict", MEANWHILE);
}

/** Deletes a rule as it was at a version. @throws AppError `conflict` where it is another since, or gone */
export async function deleteAlertRule(id: string, version: number): Promise<void> {
  const { db } = await store();
  const gone = await db.delete(alertRules).where(at(id, version)).returning({ id: alertRules.id });
  if (gone.length === 0) throw new AppError("conflict", "Someone else changed or deleted this meanwhile.");
}

const at = (id: string, version: number) =>
  and(eq(alertRules.upstream_id, currentUpstream()), eq(alertRules.id, id), eq(alertRules.version, version));
