import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataFolder } from "@/lib/store/db";
import { runFixture } from "@/lib/store/fixture-process";
import { lockFolder } from "@/lib/store/folder-lock";
import { beat, machineId, otherMachineHolds } from "@/lib/store/machine-mark";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "headgate-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hold = () => runFixture("hold-folder.fixture.ts", folder);

test("a second process on one folder is refused in one sentence, and let in after the first has stopped", async () => {
  const first = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(
    /^The data folder .* is in use by another Headgate: .*\.$/,
  );
  const other = hold();
  expect(await other.line()).toMatch(/in use by another Headgate/);
  await other.kill();
  await first.release();
  const second = await lockFolder(folder);
  await second.release();
});

test("a process killed by force leaves a folder that the next one takes at once", async () => {
  const holder = hold();
  expect(await holder.line()).toBe("held");
  await expect(lockFolder(folder)).rejects.toThrow("in use");
  await holder.kill();
  const next = await lockFolder(folder);
  await next.release();
});

test("of many that find a dead lock at once exactly one takes the folder", async () => {
  const holder = hold();
  expect(await holder.line()).toBe("held");
  await holder.kill();
  const tries = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
  const got = tries.filter((it) => it.status === "fulfilled");
  expect(got).toHaveLength(1);
  await got[0]?.value.release();
});

test("a takeover mark left by a killed process does not lock the folder for ever", async () => {
  const holder = hold();
  expect(await holder.line()).toBe("held");
  await holder.kill();
  const mark = join(folder, "lock.takeover");
  mkdirSync(mark);
  utimesSync(mark, new Date(0), new Date(0));
  const lock = await lockFolder(folder);
  await lock.release();
});

test("a damaged mark counts as none", async () => {
  writeFileSync(join(folder, "lock.mark"), "not a mark");
  expect(await otherMachineHolds(folder)).toBe(false);
});

test("a folder too deep for a socket's path can be locked on Linux", async () => {
  if (process.platform !== "linux") return;
  const deep = join(folder, "x".repeat(120), "y".repeat(120));
  mkdirSync(deep, { recursive: true });
  const lock = await lockFolder(deep);
  await expect(lockFolder(deep)).rejects.toThrow("in use");
  await lock.release();
});

test("a mark that another machine keeps moving holds the folder, one that stands still does not", async () => {
  const stop = beat(folder, "another machine", 100);
  expect(await otherMachineHolds(folder, 2000)).toBe(true);
  stop();
  expect(await otherMachineHolds(folder, 1000)).toBe(false);
  beat(folder, machineId())();
  expect(await otherMachineHolds(folder)).toBe(false);
});

test("a folder that cannot be made or written says so in one sentence", async () => {
  await expect(lockFolder(join(folder, "missing"))).rejects.toThrow(/^The data folder .* is not writable\.$/);
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(lockDataFolder(join(file, "data"))).rejects.toThrow(
    /^The data folder .* cannot be made: ENOTDIR\.$/,
  );
});
