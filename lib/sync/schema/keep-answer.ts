import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Answer } from "@/lib/fivetran/wire";
import { compareSteps } from "@/lib/model/schema/compare-trees";
import type { RevisionCause } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { SchemaScanner } from "@/lib/model/schema/schema-scanner";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { inTurns, piecesInTurns } from "@/lib/model/steps";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { schemaConfigs } from "@/lib/store/tables/schema-configs";
import { currentUpstream } from "@/lib/store/upstream";
import { type Kept, keptTree, packConfig } from "@/lib/sync/schema/kept-tree";
import { addRevision, type By } from "@/lib/sync/schema/revisions";
import { tellSchema } from "@/lib/sync/schema/tell-schema";
import { writingNow } from "@/lib/sync/schema/writing";

/** A schema config as an answer told it. */
export interface ScannedAnswer {
  tree: SchemaTree;
  upstream_bytes: number;
}

/**
 * Reads the answer of any operation that gives the whole schema config, as it arrives.
 * @throws AppError `upstream` where it is cut off or of another form
 */
export async function scanAnswer({ body, text }: Answer & { text: string | null }): Promise<ScannedAnswer> {
  const scanner = new SchemaScanner();
  if (text !== null) scanner.push(Buffer.from(text));
  else for await (const chunk of piecesInTurns(body)) scanner.push(chunk as Buffer);
  return { tree: await inTurns(scanner.finish()), upstream_bytes: scanner.bytes };
}

export interface KeptAnswer {
  kept: Kept;
  /** What differs from what was kept before; nothing at a first look. */
  changes: SchemaChanges;
  /** The number of the revision that tells of it; null where nothing changed. */
  revision: number | null;
}

/**
 * Keeps the schema config that an answer told, and writes what changed down as a revision. An answer to a request
 * that began before the one kept changes nothing.
 * @param cause what brought the change about; null where nobody here did, save by a write under way
 */
export async function keepAnswer(
  connection_id: string,
  answer: ScannedAnswer & { started_at: number },
  cause: RevisionCause | null = null,
  by: By | null = null,
): Promise<KeptAnswer> {
  const packed = await packConfig(answer.tree);
  for (;;) {
    // Read outside the transaction, which on the embedded database has the only connection.
    const old = await keptTree(connection_id);
    const outcome = await keepOver(old, connection_id, { ...answer, ...packed }, cause, by);
    if (outcome === "overtaken") continue;
    const kept = await keptTree(connection_id, packed);
    if (!kept) throw new Error("The schema config that was just kept is gone.");
    await tellSchema(connection_id);
    return { kept, ...outcome };
  }
}

/** Keeps an answer in the place of `old`; "overtaken" where someone else kept another one meanwhile. */
async function keepOver(
  old: Kept | null,
  connection_id: string,
  answer: ScannedAnswer & { started_at: number; body: Uint8Array; hash: string },
  cause: RevisionCause | null,
  by: By | null,
): Promise<Omit<KeptAnswer, "kept"> | "overtaken"> {
  const { db } = await store();
  return db.transaction(async (transaction) => {
    // A transaction has the same queries as the database; drizzle only names its type differently.
    const tx = transaction as unknown as Db;
    await takeTurn(tx, connection_id);
    const own = and(
      eq(schemaConfigs.upstream_id, currentUpstream()),
      eq(schemaConfigs.connection_id, connection_id),
    );
    const [before] = await tx
      .select({
        hash: schemaConfigs.hash,
        read_at: schemaConfigs.read_at,
        began: schemaConfigs.read_started_at,
      })
      .from(schemaConfigs)
      .where(own);
    if (before?.hash !== old?.hash) return "overtaken";
    if (before && before.began > answer.started_at) return NOTHING;
    const { hash, body, upstream_bytes, started_at } = answer;
    const row = { hash, body, upstream_bytes, read_started_at: started_at, read_at: Date.now() };
    await tx
      .insert(schemaConfigs)
      .values({ upstream_id: currentUpstream(), connection_id, ...row })
      .onConflictDoUpdate({ target: [schemaConfigs.upstream_id, schemaConfigs.connection_id], set: row });
    if (!old || !before || before.hash === hash) return NOTHING;
    const changes = await inTurns(compareSteps(old.tree, answer.tree));
    if (changes.schemas.length === 0 && !changes.schema_change_handling) return NOTHING;
    const made = cause === null ? await writingNow(tx, connection_id) : { cause, by };
    const revision = await addRevision(tx, {
      connection_id,
      cause: made?.cause ?? "elsewhere",
      by: made?.by ?? null,
      at: row.read_at,
      not_before: made ? null : before.read_at,
      changes,
    });
    return { changes, revision };
  });
}

const NOTHING: Omit<KeptAnswer, "kept"> = { changes: { schemas: [] }, revision: null };

/**
 * Holds, until the transaction ends, the turn of whoever writes what is kept of a connection's schema. A lock of its
 * own: one on the connection's row would wait for the poller while the poller waits for it.
 */
export async function takeTurn(db: Db, connection_id: string): Promise<void> {
  const key = JSON.stringify(["schema", currentUpstream(), connection_id]);
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
