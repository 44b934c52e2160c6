import { beforeEach, expect, it, vi } from "vitest";

let onShutdown: typeof import("@/lib/shutdown").onShutdown;
let runShutdown: typeof import("@/lib/shutdown").runShutdown;

beforeEach(async () => {
  Reflect.deleteProperty(globalThis, Symbol.for("headgate.shutdown"));
  vi.resetModules();
  ({ onShutdown, runShutdown } = await import("@/lib/shutdown"));
});

it("runs lower orders first and waits for each", async () => {
  const seen: string[] = [];
  onShutdown("store", () => void seen.push("store"), 100);
  onShutdown("streams", async () => {
    await Promise.resolve();
    seen.push("streams");
  });
  onShutdown("upstream", () => void seen.push("upstream"), 60);
  await runShutdown();
  expect(seen).toEqual(["streams", "upstream", "store"]);
});

it("runs the rest when a hook throws or rejects, and names the failures", async () => {
  const seen: string[] = [];
  onShutdown("throws", () => {
    throw new Error("one");
  });
  onShutdown("rejects", () => Promise.reject(new Error("two")), 1);
  onShutdown("store", () => void seen.push("store"), 2);
  const failures = await runShutdown();
  expect(failures.map((failure) => failure.name)).toEqual(["throws", "rejects"]);
  expect(seen).toEqual(["store"]);
});

it("runs each hook once, however often it is asked", async () => {
  const stop = vi.fn();
  onShutdown("store", stop);
  await Promise.all([runShutdown(), runShutdown()]);
  expect(stop).toHaveBeenCalledTimes(1);
});

it("shares its hooks between two loads of the module", async () => {
  const stop = vi.fn();
  onShutdown("streams", stop);
  vi.resetModules();
  const again = await import("@/lib/shutdown");
  again.onShutdown("streams", stop);
  await again.runShutdown();
  expect(stop).toHaveBeenCalledTimes(1);
});
