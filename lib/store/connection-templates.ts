import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import type { ConnectionTemplate } from "@/lib/model/setup-draft";
import { store } from "@/lib/store/db";
import { connectionTemplates } from "@/lib/store/tables/connection-templates";
import { currentUpstream } from "@/lib/store/upstream";

const columns = {
  id: connectionTemplates.id,
  name: connectionTemplates.name,
  service: connectionTemplates.service,
  values: connectionTemplates.values,
  schema_from: connectionTemplates.schema_from,
  actor: connectionTemplates.actor,
  created_at: connectionTemplates.created_at,
} satisfies Record<keyof ConnectionTemplate, unknown>;

/** The account's templates by name. */
export async function listTemplates(): Promise<ConnectionTemplate[]> {
  const { db } = await store();
  return db
    .select(columns)
    .from(connectionTemplates)
    .where(eq(connectionTemplates.upstream_id, currentUpstream()))
    .orderBy(asc(connectionTemplates.name));
}

/** @throws AppError `not_found` */
export async function readTemplate(id: number): Promise<ConnectionTemplate> {
  const { db } = await store();
  const [template] = await db.select(columns).from(connectionTemplates).where(of(id));
  if (!template) throw new AppError("not_found", "There is no such template; somebody may have removed it.");
  return template;
}

/** @throws AppError `conflict` naming the field where a template of that name is there */
export async function addTemplate(
  template: Omit<ConnectionTemplate, "id" | "created_at">,
): Promise<ConnectionTemplate> {
  const { db } = await store();
  const [added] = await db
    .insert(connectionTemplates)
    .values({ ...template, upstream_id: currentUpstream(), created_at: Date.now() })
    .onConflictDoNothing()
    .returning(columns);
  if (added) return added;
  throw new AppError(
    "conflict",
    `There is a template called ${JSON.stringify(template.name)} already. Nothing was saved; choose another name.`,
    { facts: { field: "name" } },
  );
}

/** Removes a template of one's own, an admin any. @throws AppError `not_found`, `forbidden` */
export async function dropTemplate(id: number, { id: actor, role }: Actor): Promise<void> {
  const template = await readTemplate(id);
  if (template.actor !== actor && role !== "admin") {
    throw new AppError("forbidden", `This template is ${template.actor}'s: they or an admin may remove it.`);
  }
  const { db } = await store();
  await db.delete(connectionTemplates).where(of(id));
}

const of = (id: number) =>
  and(eq(connectionTemplates.upstream_id, currentUpstream()), eq(connectionTemplates.id, id));
