import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { singleton } from "@/lib/singleton";

interface Running {
  done: Promise<unknown>;
  who: string;
  since: number;
}

const running = () => singleton("writes-in-turn", () => new Map<string, Running>());

/**
 * Runs writes to one connection one after the other, in the order they came: Fivetran has no locks or versions.
 * Throws AppError `conflict` when the one before has not ended within `patience` milliseconds; nothing ran then.
 */
export async function oneAtATime<T>(
  connectionId: string,
  who: string,
  task: () => Promise<T>,
  patience = 15_000,
): Promise<T> {
  const turns = running();
  const deadline = Date.now() + patience;
  for (let before = turns.get(connectionId); before; before = turns.get(connectionId)) {
    const timer = new AbortController();
    const left = Math.max(0, deadline - Date.now());
    const late = sleep(left, "late", { signal: timer.signal }).catch(() => "late");
    const ended = before.done.then(
      () => "ended",
      () => "ended",
    );
    const first = await Promise.race([ended, late]);
    timer.abort();
    if (first === "late") throw busy(before);
  }
  const done = task();
  const mine: Running = { done, who, since: Date.now() };
  turns.set(connectionId, mine);
  try {
    return await done;
  } finally {
    if (turns.get(connectionId) === mine) turns.delete(connectionId);
  }
}

function busy({ who, since }: Running): AppError {
  const at = new Date(since).toISOString().slice(11, 19);
  return new AppError(
    "conflict",
    `Another change of this connection, begun by ${who} at ${at} UTC, has not ended yet. Nothing was sent; try again when it has.`,
  );
}
