import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { buildIfStale } from "../launch/build.mjs";
import { sandboxAt, startHeadgate, startServer } from "../launch/world.mjs";
import { rate, readThrough } from "./load.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const LOAD = { inFlight: 10, ms: 3_000, bytes: 50_000 };
const LARGE = 20_000_000;
/** A server of this size is compiled piece by piece while it works; before that it is half as fast. */
const WARM_UP_MS = 12_000;

async function held(child, message) {
  const answer = once(child, "message");
  child.send(message);
  return (await answer)[0].held;
}

export const bench = {
  figures: {
    "50 KB, 10 in flight, over a Node pipe": { unit: "ratio", goal: 0.2, better: "more" },
    "50 KB, 10 in flight": { unit: "requests/s" },
    "20 MB, first byte": { unit: "ms", goal: 100, absolute: true },
    "20 MB, event loop held": { unit: "ms", goal: 100, absolute: true },
  },
  async prepare() {
    await buildIfStale();
    const listening = { ready: /listening on (\S+)\n/ };
    const upstream = await startServer([here("upstream.mjs")], listening);
    const pipe = await startServer([here("peers/node-pipe.mjs"), upstream.match[1]], listening);
    const headgate = await startHeadgate(
      {
        ...sandboxAt(upstream.match[1]),
        NODE_OPTIONS: `--import=${here("loop-probe.mjs")}`,
      },
      { ipc: true },
    );
    const ours = `${headgate.url}/api/fivetran/connections`;
    for (const url of [`${ours}/small/schemas`, `${pipe.match[1]}/connections/small/schemas`]) {
      await rate(url, { ...LOAD, ms: WARM_UP_MS });
    }
    return { upstream, pipe, headgate, ours };
  },
  async round({ pipe, headgate, ours }) {
    const peer = await rate(`${pipe.match[1]}/connections/small/schemas`, LOAD);
    const value = await rate(`${ours}/small/schemas`, LOAD);
    const peerLarge = await readThrough(`${pipe.match[1]}/connections/large/schemas`);
    await held(headgate.child, "loop reset");
    const large = await readThrough(`${ours}/large/schemas`);
    const holding = await held(headgate.child, "loop read");
    if (large.status !== 200 || large.bytes < LARGE)
      throw new Error(`20 MB: ${large.status}, ${large.bytes} bytes.`);
    return {
      "50 KB, 10 in flight, over a Node pipe": { value: value / peer, peer: 1 },
      "50 KB, 10 in flight": { value, peer },
      "20 MB, first byte": { value: large.first, peer: peerLarge.first },
      "20 MB, event loop held": { value: holding },
    };
  },
  async close({ upstream, pipe, headgate }) {
    await headgate.stop();
    await pipe.stop();
    await upstream.stop();
  },
};
