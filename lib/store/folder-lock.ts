import "server-only";
import { mkdirSync, openSync, rmdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { type BoundSocket, bindSocket, errnoOf, type Give, isAlive } from "@/lib/store/lock-socket";
import { beat, otherMachineHolds, STILL_MS } from "@/lib/store/machine-mark";

export interface FolderLock {
  /** What another process is told that asks the holder of the folder for something. */
  answer(give: Give): void;
  release(): Promise<void>;
}

/** Linux allows 107 bytes for a socket's path, macOS 103. */
const LONGEST = 100;
const TAKEOVER_STALE_MS = 2 * STILL_MS;
const TAKEOVER_TRIES = 250;
const SETTLE_MS = 40;

/**
 * Takes the folder for this process alone, for as long as it lives. A listening socket inside the folder is
 * the lock: the kernel closes it with the process, however that ends, and it is found by inode, so containers
 * that share the volume see each other although their process ids mean nothing to one another. A machine
 * beyond this kernel is kept out by a mark that the holder renews (see docs/decisions).
 * @throws AppError `unavailable` with one sentence: in use, not writable, or unable to hold a lock.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  try {
    return await takeFolder(folder);
  } catch (error) {
    throw error instanceof AppError ? error : unusable(folder, error);
  }
}

async function takeFolder(folder: string): Promise<FolderLock> {
  const path = socketPath(folder);
  for (let tries = 0; tries < TAKEOVER_TRIES; tries += 1) {
    const server = await tryBind(path);
    if (server) {
      const stop = await beginBeat(folder, server);
      return {
        answer: (give) => server.answer(give),
        release: async () => {
          stop();
          await server.close();
        },
      };
    }
    if (await isAlive(path)) throw inUse(folder);
    await removeStale(folder, path);
  }
  throw inUse(folder);
}

async function beginBeat(folder: string, server: BoundSocket): Promise<() => void> {
  try {
    return beat(folder);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Null where a socket file stands in the way, of a living process or of a dead one. */
async function tryBind(path: string) {
  try {
    return await bindSocket(path);
  } catch (error) {
    if (errnoOf(error) === "EADDRINUSE") return null;
    throw error;
  }
}

/**
 * Removes the socket of a process that is gone. Only under the takeover mark, and only after asking once more
 * there: else of two that found it dead, the slower would remove the faster one's new socket.
 */
async function removeStale(folder: string, path: string): Promise<void> {
  const mark = join(folder, "lock.takeover");
  try {
    mkdirSync(mark);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
    await wait(SETTLE_MS);
    dropOldMark(mark);
    return;
  }
  try {
    // A holder that has bound but not yet listened also refuses; it listens in the same tick.
    await wait(SETTLE_MS);
    if (await isAlive(path)) throw inUse(folder);
    if (await otherMachineHolds(folder)) throw inUse(folder);
    rmSync(path, { force: true });
  } finally {
    rmdirSync(mark);
  }
}

/** A process killed during a takeover leaves its mark behind. */
function dropOldMark(mark: string): void {
  try {
    if (Date.now() - statSync(mark).mtimeMs > TAKEOVER_STALE_MS) rmdirSync(mark);
  } catch {
    // Its owner was faster.
  }
}

function inUse(folder: string): AppError {
  return new AppError(
    "unavailable",
    `The data folder ${folder} is in use by another Headgate: stop that one, or set DATA_DIR to another folder.`,
  );
}

const READ_ONLY = new Set(["EACCES", "EROFS", "EPERM"]);

function unusable(folder: string, cause: unknown): AppError {
  const code = errnoOf(cause);
  const message = READ_ONLY.has(code)
    ? `The data folder ${folder} is not writable.`
    : `The data folder ${folder} cannot be locked (${code}): put DATA_DIR on a local disk, or set DATABASE_URL.`;
  return new AppError("unavailable", message, { cause });
}

/** The kernel limits a socket's path, not a folder's: a deep folder is reached through an open handle. */
export function socketPath(folder: string): string {
  const path = join(folder, "lock.sock");
  if (Buffer.byteLength(path) <= LONGEST || process.platform !== "linux") return path;
  return `/proc/self/fd/${openSync(folder, "r")}/lock.sock`;
}
