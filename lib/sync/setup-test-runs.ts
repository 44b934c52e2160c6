import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, type SQL } from "drizzle-orm";
import { redact } from "@/lib/auth/redact";
import type { RouteContext } from "@/lib/auth/route";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import { trackWrite } from "@/lib/fivetran/track-write";
import { log } from "@/lib/log";
import type { SetupTest } from "@/lib/model/setup-test";
import type { SetupTestRun } from "@/lib/model/snapshot";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { instance } from "@/lib/store/instance";
import { setupTestRuns } from "@/lib/store/tables/setup-test-runs";
import { currentUpstream } from "@/lib/store/upstream";
import { announceWrite } from "@/lib/sync/announce";
import { memory } from "@/lib/sync/memory";
import { readBack } from "@/lib/sync/read-back";
import { gone } from "@/lib/sync/snapshot";
import { tellDetails } from "@/lib/sync/write-snapshot";

const OPERATION = "run_setup_tests";

const columns = {
  id: setupTestRuns.id,
  connection_id: setupTestRuns.connection_id,
  actor: setupTestRuns.actor,
  started_at: setupTestRuns.started_at,
  ended_at: setupTestRuns.ended_at,
  state: setupTestRuns.state,
  tests: setupTestRuns.tests,
  error: setupTestRuns.error,
} satisfies Record<keyof SetupTestRun, unknown>;

/** The latest run of a connection's setup tests; null where none was ever started here. */
export async function latestRun(
  db: Db,
  upstream_id: number,
  connection_id: string,
): Promise<SetupTestRun | null> {
  const [run] = await db
    .select(columns)
    .from(setupTestRuns)
    .where(and(eq(setupTestRuns.upstream_id, upstream_id), eq(setupTestRuns.connection_id, connection_id)))
    .orderBy(desc(setupTestRuns.started_at))
    .limit(1);
  return run ?? null;
}

/**
 * Starts the setup tests of a connection and answers at once: the run goes on in this process, whoever watches,
 * and its result is stored. Host keys and certificates are never trusted by it.
 * @throws AppError `not_found`; `conflict` while a run of this connection goes on, naming since when
 */
export async function startSetupTests(
  connection_id: string,
  { actor, request_id }: RouteContext,
): Promise<SetupTestRun> {
  if (!memory().rows.has(connection_id)) throw gone(null);
  const { db } = await store();
  const upstream_id = currentUpstream();
  const [run] = await db
    .insert(setupTestRuns)
    .values({
      id: randomUUID(),
      upstream_id,
      connection_id,
      actor: actor.id,
      started_at: Date.now(),
      state: "running",
      tests: [],
      holder: instance(),
    })
    .onConflictDoNothing()
    .returning(columns);
  if (!run) throw alreadyRunning(await latestRun(db, upstream_id, connection_id));
  const params = { connectionId: connection_id };
  const audit = await recordIntent({
    actor: actor.id,
    request_id,
    operation: OPERATION,
    params,
    body: {},
  }).catch(async (error: unknown) => {
    await finish(run, { state: "failed", tests: [], error: "It could not be recorded, so it was not sent." });
    throw error;
  });
  await announceWrite(connection_id, actor, "setup tests run");
  void trackWrite(
    carryOut(run, audit)
      .then(() => readBack(connection_id, ["connection"], actor))
      .catch((error: unknown) => log.error({ error }, "setup tests")),
  );
  await tellDetails(upstream_id, [connection_id]);
  return run;
}

type Result = Pick<SetupTestRun, "state" | "tests" | "error">;

async function carryOut(run: SetupTestRun, audit: number): Promise<void> {
  try {
    const answer = await fivetran().call(OPERATION, {
      params: { connectionId: run.connection_id },
      body: {},
      as: "person",
    });
    await recordOutcome(audit, { outcome: "succeeded", status: 200 });
    const tests = redact(answer.setup_tests ?? []) as SetupTest[];
    await finish(run, { state: "done", tests, error: null });
  } catch (thrown) {
    const error = thrown instanceof AppError ? thrown : null;
    const lost = !error || error.code === "unknown_outcome";
    const message = error?.message ?? "Headgate failed while the tests ran; its log says why.";
    await finish(run, { state: lost ? "unknown" : "failed", tests: [], error: message });
    await recordOutcome(audit, {
      outcome: lost ? "unknown" : "failed",
      status: error?.facts.upstream_status ?? null,
      message,
    });
    if (!error) throw thrown;
  }
}

async function finish(run: SetupTestRun, result: Result): Promise<void> {
  const { db } = await store();
  const [row] = await db
    .update(setupTestRuns)
    .set({ ...result, ended_at: Date.now() })
    .where(and(eq(setupTestRuns.id, run.id), eq(setupTestRuns.state, "running")))
    .returning({ upstream_id: setupTestRuns.upstream_id });
  if (row) await tellDetails(row.upstream_id, [run.connection_id]);
}

/** The running tests of processes that `dead` matches: Fivetran may have finished them, nobody here heard. */
export async function settleRuns(dead: SQL, now = Date.now()): Promise<void> {
  const { db } = await store();
  await db
    .update(setupTestRuns)
    .set({
      state: "unknown",
      ended_at: now,
      error:
        "Headgate stopped before the result arrived. The tests may have run to their end; run them again.",
    })
    .where(and(eq(setupTestRuns.state, "running"), dead));
}

function alreadyRunning(run: SetupTestRun | null): AppError {
  const since = run ? ` since ${new Date(run.started_at).toISOString().slice(11, 16)} UTC` : "";
  return new AppError(
    "conflict",
    `The setup tests of this connection have been running${since}; wait for their result.`,
  );
}
