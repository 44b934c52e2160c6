import { expect, test } from "vitest";
import { sampleRow } from "@/lib/model/sample-snapshot";
import type { ConnectionRow, SetupTestRun, StateChange } from "@/lib/model/snapshot";
import { verdictOf } from "@/lib/model/verdict";

const now = Date.parse("2026-11-22T08:00:00Z");
const at = (clock: string) => Date.parse(`2026-11-22T${clock}:00Z`);

const row = sampleRow({ id: "orders", succeeded_at: at("02:00"), health_since: at("03:20") });
const verdict = (
  change: Partial<ConnectionRow>,
  state_changes: StateChange[] = [],
  setup_test_run: SetupTestRun | null = null,
) => verdictOf({ row: { ...row, ...change }, state_changes, setup_test_run }, now);

test("broken says the last failure, when we first saw it, and quotes Fivetran", () => {
  const said = verdict({
    setup_state: "broken",
    failed_at: at("03:14"),
    task: { code: "reconnect", message: "Log in again" },
  });
  expect(said.title).toBe("Broken. Last failure 03:14 UTC; first seen broken 03:20 UTC.");
  expect(said.quote).toBe("Log in again");
  expect(said.action).toBe("run_tests");
});

test("what was so at our first look is not given a time", () => {
  expect(verdict({ setup_state: "broken", since_exact: false }).title).toBe(
    "Broken. Already broken at our first look.",
  );
});

test("a rescheduled sync on a manual schedule asks for a person, on an automatic one it does not", () => {
  const waiting = { sync_state: "rescheduled", rescheduled_for: at("09:00") };
  expect(verdict({ ...waiting, schedule_type: "manual" })).toMatchObject({
    title: "Rescheduled until 09:00 UTC.",
    action: "sync_now",
  });
  expect(verdict(waiting).action).toBeNull();
});

test("a pause names who did it only when it was done here", () => {
  const change: StateChange = {
    id: 1,
    connection_id: "a_b",
    kind: "paused",
    from: "false",
    to: "true",
    seen_at: at("03:20"),
    not_before: null,
    actor: "elsewhere",
    detail: null,
  };
  expect(verdict({ paused: true }, [change]).sentences).toContain("Paused outside this console.");
  expect(verdict({ paused: true }, [{ ...change, actor: "local" }]).sentences).toContain(
    "Paused here by local.",
  );
  expect(verdict({ paused: true }).sentences.join(" ")).not.toMatch(/by/);
});

test("states nobody knows are shown as they came", () => {
  expect(verdict({ sync_state: "hibernating" }).sentences[0]).toContain("hibernating");
});

test("a broken set-up asks for tests, then for the key they met, then for a sync", () => {
  const broken = { setup_state: "broken", failed_at: at("03:14") };
  const run: SetupTestRun = {
    id: "1",
    connection_id: "a_b",
    actor: "local",
    started_at: at("04:00"),
    ended_at: at("04:01"),
    state: "done",
    tests: [{ title: "SSH tunnel", status: "FAILED", details: { hash: "h", public_key: "k" } }],
    error: null,
  };
  expect(verdict(broken).action).toBe("run_tests");
  expect(verdict(broken, [], run).action).toBe("approve_key");
  const passed: SetupTestRun = { ...run, tests: [{ title: "SSH tunnel", status: "PASSED" }] };
  expect(verdict(broken, [], passed).action).toBe("sync_now");
  expect(verdict({ ...broken, failed_at: at("05:00") }, [], passed).action).toBe("run_tests");
});

test("a broken connection that syncs waits for the outcome", () => {
  const said = verdict({ setup_state: "broken", sync_state: "syncing", failed_at: at("03:14") });
  expect(said.action).toBeNull();
  expect(said.sentences[0]).toMatch(/recovers if it succeeds/);
});

test("a sync that is longer than usual says by what, and an old look says how old", () => {
  const running = { sync_state: "syncing", health_since: at("07:30"), usual_ms: 240_000, slow_ms: 360_000 };
  expect(verdict(running).sentences).toContain("Its syncs usually take 4 m: this one is slower.");
  expect(verdict({ ...running, health_since: at("03:20") }).sentences).toContain(
    "Its syncs usually take 4 m: this one takes far too long.",
  );
  const facts = { row, state_changes: [], setup_test_run: null };
  expect(verdictOf(facts, now, at("05:00")).sentences[0]).toBe(
    "Nobody has looked since 05:00 UTC, 3 h ago: this is how it was then.",
  );
});
