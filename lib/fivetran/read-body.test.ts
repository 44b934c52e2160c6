import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { readShort, readText } from "@/lib/fivetran/read-body";

const body = (): Readable => new Readable({ read() {} });

test("a short body that ends is read whole", async () => {
  const it = body();
  it.push("ab");
  it.push("c");
  it.push(null);
  expect(await readShort(it, 10, 50)).toBe("abc");
});

test.each([
  ["as long as the limit", 10],
  ["longer than the limit", 25],
])("a body %s that arrives with its end is still held by it", async (_name, size) => {
  const it = body();
  setImmediate(() => {
    it.push("x".repeat(size));
    it.push(null);
  });
  expect(await readShort(it, 10, 50)).toBeNull();
  await wait(5);
  expect(await readText(it)).toBe("x".repeat(size));
});

test("a body that takes its time is still held, and goes on", async () => {
  const it = body();
  it.push("ab");
  expect(await readShort(it, 10, 5)).toBeNull();
  it.push("cd");
  it.push(null);
  expect(await readText(it)).toBe("abcd");
});
