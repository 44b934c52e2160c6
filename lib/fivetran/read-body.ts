import "server-only";
import type { Readable } from "node:stream";

/** All of a body as text. Rejects with what cut it off. */
export async function readText(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * The whole text of a body that ends within `bytes` and, after its first piece, within `ms`; else null, with
 * nothing lost: the body still holds what was read. Rejects with what cut it off.
 */
export async function readShort(body: Readable, bytes: number, ms: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  const ended = await new Promise<boolean>((resolve, reject) => {
    let size = 0;
    let timer: NodeJS.Timeout | undefined;
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      body.off("readable", look).off("end", end).off("error", fail).off("close", cut);
      settle();
    };
    // At once: a body that has arrived whole ends before anything that waits for this promise goes on.
    const stop = () =>
      finish(() => {
        body.unshift(Buffer.concat(chunks));
        resolve(false);
      });
    const end = () => finish(() => resolve(true));
    const fail = (error: Error) => finish(() => reject(error));
    const cut = () => finish(() => reject(new Error("The body was closed before its end.")));
    const look = () => {
      for (let chunk = body.read() as Buffer | null; chunk !== null; chunk = body.read() as Buffer | null) {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size >= bytes) return stop();
      }
      if (size > 0) timer ??= setTimeout(stop, ms);
    };
    if (body.errored) return fail(body.errored);
    body.on("readable", look).on("end", end).on("error", fail).on("close", cut);
    look();
  });
  return ended ? Buffer.concat(chunks).toString("utf8") : null;
}
