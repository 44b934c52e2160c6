import "server-only";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { AppError } from "@/lib/errors";
import type { BackupLine } from "@/lib/store/backup/backup-line";
import { errnoOf } from "@/lib/store/lock-socket";

/**
 * Writes a backup beside its place and renames it when all of it is there and on the disk: a process killed meanwhile
 * leaves no half a backup.
 * @throws AppError `conflict` where the file is there already, `unavailable` where it cannot be written
 */
export async function writeBackupFile(path: string, lines: AsyncIterable<BackupLine>): Promise<void> {
  if (existsSync(path)) {
    throw new AppError("conflict", `${path} is there already. Nothing was written; give another name.`);
  }
  const draft = `${path}.part-${process.pid}`;
  const file = createWriteStream(draft, { mode: 0o600, flush: true });
  try {
    await pipeline(Readable.from(textOf(lines)), createGzip(), file);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    if (!isOfFile(cause)) throw cause;
    throw new AppError("unavailable", `${path} cannot be written (${errnoOf(cause)}).`, { cause });
  }
}

/** Of the file, not of the database that is read. */
const isOfFile = (cause: unknown): boolean =>
  cause instanceof Error && "syscall" in cause && ["open", "write", "fsync"].includes(String(cause.syscall));

async function* textOf(lines: AsyncIterable<BackupLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/**
 * The lines of a backup, not yet looked at.
 * @throws AppError `not_found` for no file, `invalid` for one that is no backup or is cut off
 */
export async function* readBackupFile(path: string): AsyncGenerator<unknown> {
  const bytes = createReadStream(path);
  const unzipped = createGunzip();
  bytes.on("error", (error) => unzipped.destroy(error));
  try {
    let rest = "";
    for await (const text of bytes.pipe(unzipped).setEncoding("utf8")) {
      const lines = `${rest}${text}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) yield JSON.parse(line) as unknown;
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : unreadable(path, cause);
  } finally {
    bytes.destroy();
  }
}

function unreadable(path: string, cause: unknown): AppError {
  const code = errnoOf(cause);
  if (code === "ENOENT") return new AppError("not_found", `There is no file ${path}. Nothing was changed.`);
  if (code === "Z_BUF_ERROR") {
    return new AppError("invalid", `${path} is cut off. Nothing was changed.`, { cause });
  }
  if (cause instanceof SyntaxError || code.startsWith("Z_")) {
    return new AppError("invalid", `${path} is not a backup of Headgate. Nothing was changed.`, { cause });
  }
  return new AppError("unavailable", `${path} cannot be read (${code}). Nothing was changed.`, { cause });
}
