import { expect, test } from "vitest";
import { Clock } from "@/lib/sandbox/clock";
import { Quota } from "@/lib/sandbox/quota";
import type { Refusal } from "@/lib/sandbox/reply";
import { testSandbox } from "@/lib/sandbox/test-sandbox";

const HOUR = 3_600_000;

function quotaAt(name: "trial" | "standard" | "off", speed = 1) {
  let real = 0;
  const clock = new Clock({ real: 0, sandbox: 0, speed }, () => real);
  const quota = new Quota(name, clock);
  const refusedFor = (call: () => void) => {
    try {
      call();
      return null;
    } catch (error) {
      return Number((error as Refusal).headers["Retry-After"]);
    }
  };
  return { quota, refusedFor, pass: (ms: number) => (real += ms) };
}

test.each([
  ["trial", "source", 25],
  ["standard", "source", 500],
  ["standard", "setup-test", 250],
] as const)(
  "the %s account's minute of %s holds %i calls, then waits for the first to leave",
  (name, cost, most) => {
    const { quota, refusedFor, pass } = quotaAt(name);
    quota.charge(cost);
    pass(10_000);
    for (let n = 1; n < most; n += 1) quota.charge(cost);
    expect(refusedFor(() => quota.charge(cost))).toBe(50);
    pass(50_000);
    expect(refusedFor(() => quota.charge(cost))).toBeNull();
    expect(refusedFor(() => quota.charge(cost))).toBe(10);
  },
);

test("a setup test counts as a look at the source too", () => {
  const { quota, refusedFor, pass } = quotaAt("trial");
  for (let n = 0; n < 25; n += 1) quota.charge("setup-test");
  expect(refusedFor(() => quota.charge("source"))).toBe(60);
  pass(60_000);
  for (let n = 0; n < 25; n += 1) quota.charge("setup-test");
  pass(60_000);
  expect(refusedFor(() => quota.charge("setup-test"))).toBe(HOUR / 1000 - 120);
  expect(refusedFor(() => quota.charge("source"))).toBeNull();
});

test("windows run on the sandbox's clock, the wait is told in real seconds and at least one", () => {
  const fast = quotaAt("trial", 60);
  for (let n = 0; n < 25; n += 1) fast.quota.charge("source");
  expect(fast.refusedFor(() => fast.quota.charge("source"))).toBe(1);
  fast.pass(1000);
  expect(fast.refusedFor(() => fast.quota.charge("source"))).toBeNull();
});

test("off refuses nothing and still shows the headers", () => {
  const { quota, refusedFor } = quotaAt("off");
  for (let n = 0; n < 1000; n += 1) quota.charge("setup-test");
  expect(refusedFor(() => quota.admit())).toBeNull();
  expect(quota.headers()).toEqual({ "X-Rate-Limit": "20000", "X-Rate-Limit-Remaining": "20000" });
});

test("a trial account's 501st call within the hour is 429 with the headers of every answer", async () => {
  const sandbox = await testSandbox({ quota: "trial" });
  for (let left = 499; left >= 0; left -= 1) {
    const { headers } = await sandbox.call("GET", "/account/info");
    expect(headers.get("x-rate-limit-remaining")).toBe(String(left));
  }
  const told = await sandbox.call("GET", "/account/info");
  expect(told).toMatchObject({ status: 429, body: { code: "TooManyRequests" } });
  expect(told.headers.get("retry-after")).toBe("3600");
  expect(told.headers.get("x-rate-limit")).toBe("500");
  sandbox.pass(HOUR);
  expect((await sandbox.call("GET", "/account/info")).status).toBe(200);
  await sandbox.close();
});

test("creating with tests counts in the setup tests' window, without them not", async () => {
  const sandbox = await testSandbox({ quota: "trial" });
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/connections");
  const path = `/connections/${items[3]?.id}`;
  for (let n = 0; n < 25; n += 1) {
    expect((await sandbox.call("PATCH", path, { pause_after_trial: false })).status).toBe(200);
  }
  expect((await sandbox.call("PATCH", path, { pause_after_trial: false })).status).toBe(429);
  const without = { pause_after_trial: false, run_setup_tests: false };
  expect((await sandbox.call("PATCH", path, without)).status).toBe(200);
  await sandbox.close();
});
