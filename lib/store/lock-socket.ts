import "server-only";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** Answers what one line asks with another; `gone` resolves when the asker has hung up. */
export type Give = (ask: string, gone: Promise<void>) => Promise<string>;

export interface BoundSocket {
  /** Has questions answered; without, everybody is hung up on. */
  answer(give: Give): void;
  close(): Promise<void>;
}

/** Who connects and says nothing for so long is hung up on. */
const QUIET_MS = 5_000;

export function errnoOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

/** Listens on a socket file that must not exist; rejects with the system's error, `EADDRINUSE` where it does. */
export function bindSocket(path: string): Promise<BoundSocket> {
  return new Promise((resolve, reject) => {
    let give: Give | null = null;
    const open = new Set<Socket>();
    const server = createServer((socket) => {
      open.add(socket.on("error", () => {}).once("close", () => open.delete(socket)));
      // For the lock no answer is needed: that the kernel accepts says enough.
      if (give) void converse(socket, give);
      else socket.destroy();
    });
    server.once("error", reject);
    server.listen(path, () => {
      server.unref();
      resolve({
        answer: (to) => {
          give = to;
        },
        close: async () => {
          const closed = new Promise<void>((done) => server.close(() => done()));
          for (const socket of open) socket.destroy();
          await closed;
        },
      });
    });
  });
}

/** Whether a living process listens there. */
export function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", (error) => {
      const code = errnoOf(error);
      if (code === "ECONNREFUSED" || code === "ENOENT") resolve(false);
      // A full backlog is a living holder that is busy.
      else if (code === "EAGAIN" || code === "ECONNRESET") resolve(true);
      else reject(error);
    });
  });
}

/**
 * Asks the process that listens there.
 * @returns its answer, and what ends the talk; null where it hangs up without one, or nobody listens
 */
export async function askHolder(
  path: string,
  ask: string,
): Promise<{ answer: string; hangUp(): void } | null> {
  const socket = connect(path).on("error", () => {});
  socket.write(`${ask}\n`);
  const answer = await firstLine(socket);
  if (answer === null) return null;
  return { answer, hangUp: () => socket.destroy() };
}

async function converse(socket: Socket, give: Give): Promise<void> {
  socket.setTimeout(QUIET_MS, () => socket.destroy());
  const ask = await firstLine(socket);
  if (ask === null) return;
  socket.setTimeout(0);
  const gone = once(socket, "close").then(() => {});
  socket.resume();
  try {
    socket.write(`${await give(ask, gone)}\n`);
  } catch {
    socket.destroy();
  }
}

async function firstLine(socket: Socket): Promise<string | null> {
  try {
    for await (const line of createInterface({ input: socket })) return line;
  } catch {
    // It was hung up on.
  }
  return null;
}
