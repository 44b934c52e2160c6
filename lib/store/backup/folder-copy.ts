import "server-only";
import { randomUUID } from "node:crypto";
import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/errors";
import { errorText, log } from "@/lib/log";
import { socketPath } from "@/lib/store/folder-lock";
import { askHolder, errnoOf, type Give } from "@/lib/store/lock-socket";
import { z } from "@/lib/zod";

const ASK = "copy of the database";
const PREFIX = "db.copy-";

const Answer = z.union([z.object({ copy: z.string().startsWith(PREFIX) }), z.object({ error: z.string() })]);

/**
 * Answers other processes that ask for the embedded database of a folder this process has open: with a copy beside it,
 * as it was at one moment, which goes when they hang up.
 * @param hold runs its work while nothing is written to the database
 */
export function giveCopies(data_dir: string, hold: (work: () => Promise<void>) => Promise<void>): Give {
  return async (ask, gone) => {
    if (ask !== ASK) throw new AppError("invalid", "Nobody asks that.");
    const copy = `${PREFIX}${randomUUID()}`;
    const path = join(data_dir, copy);
    const remove = () => rm(path, { recursive: true, force: true });
    try {
      await hold(() => cp(join(data_dir, "db"), path, { recursive: true }));
    } catch (error) {
      await remove();
      log.warn({ error: errorText(error) }, "copy of the database");
      return JSON.stringify({
        error: `Headgate, which has ${data_dir} open, cannot copy it (${errnoOf(error)}).`,
      });
    }
    void gone.then(remove).catch(() => {});
    return JSON.stringify({ copy });
  };
}

/** Removes copies that a killed process left; for who holds the folder. */
export async function removeCopies(data_dir: string): Promise<void> {
  for (const name of await readdir(data_dir)) {
    if (name.startsWith(PREFIX)) await rm(join(data_dir, name), { recursive: true, force: true });
  }
}

/**
 * Has work done on a copy of the database of a folder that another process has open.
 * @returns null where nobody gives one: no process, or one that cannot
 * @throws AppError `unavailable` where the copy fails; else as the work
 */
export async function withCopy<T>(
  data_dir: string,
  work: (folder: string) => Promise<T>,
): Promise<{ done: T } | null> {
  const asked = await askHolder(socketPath(data_dir), ASK);
  if (!asked) return null;
  try {
    const answer = Answer.parse(JSON.parse(asked.answer));
    if ("error" in answer) throw new AppError("unavailable", `${answer.error} Nothing was done.`);
    const folder = join(data_dir, answer.copy);
    // Its giver may be gone before it could remove it.
    return { done: await work(folder).finally(() => rm(folder, { recursive: true, force: true })) };
  } finally {
    asked.hangUp();
  }
}
