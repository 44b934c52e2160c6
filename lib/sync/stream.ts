import "server-only";
import type { ServerEvent } from "@/lib/model/snapshot";
import { onShutdown } from "@/lib/shutdown";
import { singleton } from "@/lib/singleton";
import { hearEvents } from "@/lib/sync/hub";
import { memory } from "@/lib/sync/memory";
import { accountStatus } from "@/lib/sync/snapshot";

/** A reader this many bytes behind is cut off: it comes back and reads the snapshot instead. */
const MOST_BEHIND = 1_048_576;
const BEAT_MS = 15_000;

const open = singleton("streams", () => new Set<() => void>());

const text = new TextEncoder();
const encoded = new WeakMap<ServerEvent, Uint8Array>();

/** One event as the stream carries it, encoded once however many read it. */
function encode(event: ServerEvent): Uint8Array {
  const known = encoded.get(event);
  if (known) return known;
  const { type, ...rest } = event;
  const bytes = text.encode(`event: ${type}\ndata: ${JSON.stringify(rest)}\n\n`);
  encoded.set(event, bytes);
  return bytes;
}

/** A stream of server-sent events: the version, the account's status, then every change, until `signal` or the stop. */
export function subscribe(signal: AbortSignal): ReadableStream<Uint8Array> {
  let leave = (): void => {};
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      const send = (bytes: Uint8Array): void => {
        if ((controller.desiredSize ?? 0) <= 0) end();
        else controller.enqueue(bytes);
      };
      const end = (): void => {
        if (!open.has(end)) return;
        leave();
        controller.close();
      };
      const beat = setInterval(() => send(text.encode(": \n\n")), BEAT_MS);
      const deaf = hearEvents((event) => send(encode(event)));
      leave = () => {
        open.delete(end);
        clearInterval(beat);
        deaf();
        signal.removeEventListener("abort", end);
      };
      open.add(end);
      onShutdown("event streams", endStreams, 0);
      signal.addEventListener("abort", end);
      send(encode({ type: "hello", version: memory().version }));
      send(encode({ type: "account", status: accountStatus() }));
    },
    // The reader left: there is nothing to close any more.
    cancel: () => leave(),
  };
  return new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: MOST_BEHIND }));
}

/** Whether anyone has a page open. */
export const someoneReads = (): boolean => open.size > 0;

/** Ends every open stream. */
export function endStreams(): void {
  for (const end of [...open]) end();
}
