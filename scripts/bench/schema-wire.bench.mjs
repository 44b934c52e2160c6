import { execFile } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildIfStale } from "../launch/build.mjs";
import { sandboxAt, startHeadgate, startSandbox, startServer } from "../launch/world.mjs";
import { largeConnection } from "./large-connection.mjs";
import { gzippedBytes } from "./load.mjs";
import { askProbe, forgetPeak, memoryOf } from "./measured-server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CREDENTIALS = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;

/** What a page does to open a schema: the bytes as they came over the wire, gzipped, and its milliseconds. */
async function open(url, headers = {}) {
  const began = performance.now();
  const answer = await fetch(url, { headers });
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (!answer.ok && answer.status !== 304) throw new Error(`${url} answered ${answer.status}.`);
  return { ms: performance.now() - began, bytes, etag: answer.headers.get("etag") };
}

const over = (goal) => ({ unit: "ratio", goal });

export const bench = {
  figures: {
    "first open over download and JSON.parse": over(1.5),
    "first open": { unit: "ms" },
    "later open over download and JSON.parse": over(0.1),
    "later open": { unit: "ms" },
    "bytes to the browser over Fivetran's": over(0.05),
    "server memory growth over the body": over(1.5),
    "event loop held, by its thread's processor time": { unit: "ms", goal: 50, absolute: true },
    "event loop held, by the clock": { unit: "ms" },
  },
  async prepare() {
    await buildIfStale();
    const sandbox = await startSandbox(["--tables", "10000", "--columns", "100", "--quota", "off"]);
    const upstream = await startServer([here("cached-upstream.mjs"), sandbox.url], {
      ready: /listening on (\S+)\n/,
    });
    const headgate = await startHeadgate(
      {
        ...sandboxAt(upstream.match[1]),
        NODE_OPTIONS: `--import=${here("loop-probe.mjs")}`,
      },
      { ipc: true },
    );
    const id = await largeConnection(headgate.url);
    const ours = `${headgate.url}/api/connections/${id}/schema`;
    // Makes the answer in the sandbox, and warms the scanner up.
    await open(ours);
    return { sandbox, upstream, headgate, ours, theirs: `${upstream.match[1]}/connections/${id}/schemas` };
  },
  async round({ headgate, ours, theirs }) {
    const peer = JSON.parse(
      (
        await promisify(execFile)(process.execPath, [
          here("peers/download-and-parse.mjs"),
          theirs,
          CREDENTIALS,
        ])
      ).stdout,
    );
    const { pid } = headgate.child;
    forgetPeak(pid);
    const before = memoryOf(pid).now;
    await askProbe(headgate.child, "loop reset");
    const began = performance.now();
    const read = await fetch(`${ours}/read`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    if (!read.ok) throw new Error(`The read answered ${read.status}.`);
    await read.arrayBuffer();
    const { etag } = await open(ours);
    const first = performance.now() - began;
    const loop = await askProbe(headgate.child, "loop read");
    const growth = memoryOf(pid).peak - before;
    const later = await open(ours);
    const again = await open(ours, { "if-none-match": etag });
    if (again.bytes > 0) throw new Error("A tree that the browser has was sent again.");
    return {
      "first open over download and JSON.parse": { value: first / peer.ms, peer: 1 },
      "first open": { value: first, peer: peer.ms },
      "later open over download and JSON.parse": { value: later.ms / peer.ms, peer: 1 },
      "later open": { value: later.ms, peer: peer.ms },
      "bytes to the browser over Fivetran's": { value: (await gzippedBytes(ours)) / peer.bytes },
      "server memory growth over the body": { value: growth / peer.bytes },
      "event loop held, by its thread's processor time": { value: loop.spent },
      "event loop held, by the clock": { value: loop.held },
    };
  },
  async close({ headgate, upstream, sandbox }) {
    await headgate.stop();
    await upstream.stop();
    await sandbox.stop();
  },
};
