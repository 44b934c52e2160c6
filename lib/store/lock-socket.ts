import "server-only";
import { connect, createServer } from "node:net";

export interface BoundSocket {
  close(): Promise<void>;
}

export function errnoOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

/** Listens on a socket file that must not exist; rejects with the system's error, `EADDRINUSE` where it does. */
export function bindSocket(path: string): Promise<BoundSocket> {
  return new Promise((resolve, reject) => {
    // Answering is not needed: that the kernel accepts says enough.
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(path, () => {
      server.unref();
      resolve({ close: () => new Promise((done) => server.close(() => done())) });
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
