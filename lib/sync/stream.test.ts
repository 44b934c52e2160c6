import { expect, test } from "vitest";
import { configureFivetran } from "@/lib/fivetran/client";
import type { ServerEvent } from "@/lib/model/snapshot";
import { publish, publishDetails } from "@/lib/sync/hub";
import { endStreams, subscribe } from "@/lib/sync/stream";

configureFivetran({ base_url: "http://127.0.0.1:9/v1", key: "key", secret: "secret" });

function read(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  const text = new TextDecoder();
  return {
    reader,
    next: async () => {
      const { value, done } = await reader.read();
      return done ? null : text.decode(value);
    },
  };
}

const change: ServerEvent = { type: "connections", version: 7, upsert: [], remove: ["a_b"] };

test("a stream begins with the version and the account, then carries every event", async () => {
  const leave = new AbortController();
  const { next } = read(subscribe(leave.signal));
  expect(await next()).toMatch(/^event: hello\ndata: \{"version":\d+\}\n\n$/);
  expect(await next()).toMatch(/^event: account\ndata: \{"status":\{/);
  publish(change);
  expect(await next()).toBe('event: connections\ndata: {"version":7,"upsert":[],"remove":["a_b"]}\n\n');
  leave.abort();
  expect(await next()).toBeNull();
});

test("a reader that does not keep up is cut off instead of being buffered for", async () => {
  const { next } = read(subscribe(new AbortController().signal));
  const large: ServerEvent = { ...change, remove: Array.from({ length: 20_000 }, (_, at) => `id_${at}`) };
  for (let count = 0; count < 100; count += 1) publish(large);
  let received = 0;
  while ((await next()) !== null) received += 1;
  expect(received).toBeLessThan(15);
});

test("many events at once reach a reader that reads", async () => {
  const leave = new AbortController();
  const { next } = read(subscribe(leave.signal));
  publishDetails(Array.from({ length: 100 }, (_, at) => `id_${at}`));
  leave.abort();
  let text = "";
  for (let part = await next(); part !== null; part = await next()) text += part;
  expect(text.match(/^event: detail$/gm)).toHaveLength(100);
});

test("a reader that leaves costs nothing more, also when its request is aborted afterwards", async () => {
  const leave = new AbortController();
  const { reader } = read(subscribe(leave.signal));
  await reader.cancel();
  leave.abort();
  expect(() => publish(change)).not.toThrow();
});

test("the stop ends every open stream", async () => {
  const all = [1, 2, 3].map(() => read(subscribe(new AbortController().signal)));
  endStreams();
  for (const { next } of all) {
    await next();
    await next();
    expect(await next()).toBeNull();
  }
});
