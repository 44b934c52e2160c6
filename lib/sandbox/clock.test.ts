import { expect, test } from "vitest";
import { NOON, testSandbox } from "@/lib/sandbox/test-sandbox";

test("sandbox time runs at its speed, jumps forward and never back", async () => {
  const sandbox = await testSandbox();
  const now = async () => ((await sandbox.control("GET", "/clock")).body.data as { now_ms: number }).now_ms;
  expect(await now()).toBe(NOON);
  sandbox.pass(1000);
  expect(await now()).toBe(NOON + 1000);
  await sandbox.control("POST", "/clock", { speed: 60 });
  sandbox.pass(1000);
  expect(await now()).toBe(NOON + 61_000);
  await sandbox.control("POST", "/clock", { advance_ms: 5000, speed: 0 });
  sandbox.pass(1000);
  expect(await now()).toBe(NOON + 66_000);
  expect((await sandbox.control("POST", "/clock", { set: "2026-03-11T00:00:00Z" })).body.data).toEqual({
    now: "2026-03-11T00:00:00.000Z",
    now_ms: NOON + 43_200_000,
    speed: 0,
  });
  for (const bad of [
    { set: "2026-03-10T00:00:00Z" },
    { advance_ms: -1 },
    { speed: -1 },
    {},
    { set: "soon" },
  ]) {
    expect((await sandbox.control("POST", "/clock", bad)).status).toBe(400);
  }
  await sandbox.close();
});
