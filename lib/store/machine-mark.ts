import "server-only";
import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** How often the holder renews its mark, and how long a mark must stand still before its machine counts as gone. */
const BEAT_MS = 4000;
export const STILL_MS = 15_000;

interface Mark {
  machine: string;
  /** New with each beat: compared for change, so that clocks need not agree. */
  beat: string;
}

/** The running kernel: the same in all its containers, another on each machine and after each boot. */
export function machineId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return hostname();
  }
}

function readMark(folder: string): Mark | null {
  try {
    const mark: unknown = JSON.parse(readFileSync(join(folder, "lock.mark"), "utf8"));
    const whole = typeof mark === "object" && mark !== null && "machine" in mark && "beat" in mark;
    return whole ? { machine: String(mark.machine), beat: String(mark.beat) } : null;
  } catch {
    return null;
  }
}

/** Marks the folder as held by this machine and keeps the mark moving; returns what stops it. */
export function beat(folder: string, machine = machineId(), every = BEAT_MS): () => void {
  const path = join(folder, "lock.mark");
  const write = (): void => {
    writeFileSync(`${path}.new`, JSON.stringify({ machine, beat: randomUUID() } satisfies Mark));
    renameSync(`${path}.new`, path);
  };
  write();
  const timer = setInterval(() => {
    try {
      write();
    } catch {
      // A full or vanished disk shows itself in the database; the lock is the socket.
    }
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Whether a process on another machine still holds a shared folder: sockets do not reach across machines, so
 * a foreign mark is watched until it has stood still. Answers at once for a mark of this machine.
 */
export async function otherMachineHolds(folder: string, still = STILL_MS): Promise<boolean> {
  const first = readMark(folder);
  if (!first || first.machine === machineId()) return false;
  const until = Date.now() + still;
  while (Date.now() < until) {
    await wait(Math.min(500, still));
    const now = readMark(folder);
    if (now && now.beat !== first.beat) return true;
  }
  return false;
}
