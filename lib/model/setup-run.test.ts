import { expect, test } from "vitest";
import { setupVerdict } from "@/lib/model/setup-run";
import type { SetupTest } from "@/lib/model/setup-test";
import type { ConnectionDetail, SetupTestRun, StateChange } from "@/lib/model/snapshot";

const RUN: SetupTestRun = {
  id: "1",
  connection_id: "a_b",
  actor: "local",
  started_at: 1_000,
  ended_at: 2_000,
  state: "done",
  tests: [],
  error: null,
};

const passed: SetupTest = { title: "Host Connection", status: "PASSED", message: "" };
const failed: SetupTest = { title: "Database Connection", status: "FAILED", message: "Refused" };
const unknownKey: SetupTest = {
  title: "SSH Tunnel Connection",
  status: "FAILED",
  message: "The host key is not known",
  details: { hash: "abc", public_key: "ssh-ed25519 AAAA", type: "ssh-ed25519", name: "jump" },
};

const changed = (detail: string, seen_at: number): StateChange => ({
  id: 1,
  connection_id: "a_b",
  kind: "settings",
  from: null,
  to: null,
  seen_at,
  not_before: null,
  actor: "local",
  detail,
});

function detail(
  run: Partial<SetupTestRun> | null,
  setup_state = "connected",
  state_changes: StateChange[] = [],
): Pick<ConnectionDetail, "row" | "setup_test_run" | "state_changes"> {
  return {
    row: { setup_state } as ConnectionDetail["row"],
    setup_test_run: run && { ...RUN, ...run },
    state_changes,
  };
}

test("a run that is missing, under way or lost lets nobody go on", () => {
  expect(setupVerdict(detail(null))).toBe("not_run");
  expect(setupVerdict(detail({ state: "running", ended_at: null }))).toBe("running");
  expect(setupVerdict(detail({ state: "failed", error: "No answer" }))).toBe("not_known");
  expect(setupVerdict(detail({ state: "unknown" }))).toBe("not_known");
});

test("an unknown key waits for a person, any other failure for other settings", () => {
  expect(setupVerdict(detail({ tests: [unknownKey] }, "incomplete"))).toBe("approve");
  expect(setupVerdict(detail({ tests: [passed, failed] }, "incomplete"))).toBe("failed");
  expect(setupVerdict(detail({ tests: [{ ...failed, status: "JOB_FAILED" }] }))).toBe("failed");
});

test("passed tests count only where Fivetran calls the connection set up; a broken one mends by its next sync", () => {
  expect(setupVerdict(detail({ tests: [passed] }))).toBe("passed");
  expect(setupVerdict(detail({ tests: [] }))).toBe("passed");
  expect(setupVerdict(detail({ tests: [passed] }, "broken"))).toBe("passed");
  expect(setupVerdict(detail({ tests: [passed, { ...passed, status: "WARNING" }] }))).toBe("warnings");
  expect(setupVerdict(detail({ tests: [passed] }, "incomplete"))).toBe("refused");
});

test("settings that the tests look at and that changed after them make them stale", () => {
  const run = { tests: [passed] };
  expect(setupVerdict(detail(run, "connected", [changed("config: host, port", 3_000)]))).toBe("stale");
  expect(
    setupVerdict(detail(run, "connected", [changed("sync_frequency 60 → 5; config: host", 3_000)])),
  ).toBe("stale");
  expect(
    setupVerdict(detail(run, "connected", [changed("networking_method Directly → SshTunnel", 3_000)])),
  ).toBe("stale");
  expect(setupVerdict(detail(run, "connected", [changed("sync_frequency 60 → 5", 3_000)]))).toBe("passed");
  expect(setupVerdict(detail(run, "connected", [changed("config: host", 900)]))).toBe("passed");
});

test("a secret replaced in this browser makes them stale, though no answer shows it", () => {
  const run = { tests: [passed, failed] };
  expect(setupVerdict(detail(run), 3_000)).toBe("stale");
  expect(setupVerdict(detail(run), 900)).toBe("failed");
});
