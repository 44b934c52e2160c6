import { fileURLToPath } from "node:url";
import { buildIfStale } from "../launch/build.mjs";
import { sandboxAt, startHeadgate, startSandbox } from "../launch/world.mjs";
import { allConnections } from "./all-connections.mjs";
import { percentile } from "./figures.mjs";
import { gzippedBytes } from "./load.mjs";
import { askProbe } from "./measured-server.mjs";
import { startTogether } from "./together.mjs";
import { watch } from "./viewers.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CONNECTIONS = 5_000;
const VIEWERS = 50;
const HOUR = 3_600_000;
/** So many times as fast as usual time passes while calls are counted. */
const FAST = 60;
/** A sweep's worth of time before the hour and after it. */
const MARGIN = 200_000;
const PAGE = ["/api/connections", "/api/account", "/api/state-changes"];
const CREDENTIALS = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Has time pass so fast here; at Fivetran it stands meanwhile, so that each hour has the same syncs under way. */
async function setClock({ sandbox, headgate }, rate) {
  await control(sandbox, "POST", "clock", { speed: rate === 1 ? 1 : 0 });
  await askProbe(headgate.child, { clock: rate });
}

async function control(sandbox, method, path, body) {
  const answer = await fetch(`${sandbox.control}/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  return (await answer.json()).data;
}

/**
 * Upstream calls in an hour in which these pages are open: those from the first sweep in it to the last, by the time
 * that lies between.
 */
async function callsAnHour({ sandbox, headgate }, viewers) {
  const watching = watch(headgate.url, viewers);
  await pause(MARGIN / FAST);
  await control(sandbox, "DELETE", "requests");
  await pause((HOUR + MARGIN) / FAST);
  const { requests } = await control(sandbox, "GET", "requests");
  await watching.leave();
  const calls = requests
    .map(({ path, at }) => ({ path, at: Date.parse(at) * FAST }))
    .sort((a, b) => a.at - b.at);
  const sweeps = calls.filter(({ path }) => path.startsWith("/v1/connections?") && !path.includes("cursor="));
  const [first] = sweeps;
  const last = sweeps.findLast(({ at }) => at - first.at <= HOUR);
  const between = calls.filter(({ at }) => at >= first.at && at < last.at);
  return (between.length * HOUR) / (last.at - first.at);
}

async function callsByViewers(world) {
  const every_ms = 120_000 / FAST;
  await setClock(world, FAST);
  // What may be spent on single connections comes to its level first.
  await pause(HOUR / FAST);
  const alone = await callsAnHour(world, { viewers: 1, every_ms, paths: () => PAGE });
  const many = await callsAnHour(world, { viewers: VIEWERS, every_ms, paths: () => PAGE });
  const paths = (viewer) => [`/api/connections/${world.ids[viewer * 97]}`];
  const single = await callsAnHour(world, { viewers: VIEWERS, every_ms: every_ms / 2, paths });
  await setClock(world, 1);
  return {
    "upstream calls for 50 viewers of lists over those for one": {
      value: Number((many / alone).toFixed(2)),
      peer: 1,
    },
    "upstream calls an hour for 50 viewers of lists": { value: many, peer: alone },
    "upstream calls an hour for 50 viewers of 50 connections": { value: single, peer: alone },
  };
}

const dayOf = (now) => {
  const until = Math.ceil(now / 600_000) * 600_000;
  return `/api/fleet?from=${until - 24 * HOUR}&until=${until}&step=600000`;
};

/** Headgate's time, which may have passed faster than ours. */
const nowAt = async (url) => (await (await fetch(`${url}${dayOf(Date.now())}`)).json()).now;

/** Everybody opens a page every two seconds. */
async function answerTimes({ headgate, ids }) {
  const fleet = dayOf(await nowAt(headgate.url));
  const own = (viewer) => `/api/connections/${ids[viewer * 97]}`;
  const watching = watch(headgate.url, {
    viewers: VIEWERS,
    every_ms: 2_000,
    paths: (viewer) => [...PAGE, fleet, own(viewer)],
  });
  await pause(10_000);
  await watching.leave();
  const list = watching.took.get("/api/connections");
  const rest = [...watching.took].flatMap(([path, times]) => (path === "/api/connections" ? [] : times));
  return {
    "list of connections to 50 viewers, p95": { value: percentile(list, 0.95) },
    "other data of their pages, p95": { value: percentile(rest, 0.95) },
  };
}

/** Bytes of Fivetran's list of all connections. */
async function listBytes(sandbox) {
  let bytes = 0;
  for (let cursor = ""; cursor !== null; ) {
    const answer = await fetch(`${sandbox.url}/connections?limit=1000${cursor}`, {
      headers: { authorization: CREDENTIALS, "accept-encoding": "identity" },
    });
    const text = await answer.text();
    bytes += Buffer.byteLength(text);
    const { next_cursor } = JSON.parse(text).data;
    cursor = next_cursor ? `&cursor=${encodeURIComponent(next_cursor)}` : null;
  }
  return bytes;
}

const ratio = (goal) => ({ unit: "ratio", goal });
const anHour = { unit: "calls", goal: 400 };
const within = { unit: "ms", goal: 50, absolute: true };

const CALLS = {
  "upstream calls for 50 viewers of lists over those for one": ratio(1),
  "upstream calls an hour for 50 viewers of lists": anHour,
  "upstream calls an hour for 50 viewers of 50 connections": anHour,
};
const TIMES = { "list of connections to 50 viewers, p95": within, "other data of their pages, p95": within };
const BYTES = { "bytes of the list to the browser over Fivetran's": ratio(0.1) };

export const bench = {
  figures: { ...CALLS, ...TIMES, ...BYTES },
  async prepare() {
    await buildIfStale();
    return startTogether(async (started) => {
      const sandbox = await started(startSandbox(["--connections", String(CONNECTIONS)]));
      const env = {
        ...sandboxAt(sandbox.url),
        NODE_OPTIONS: `--import=${here("fast-clock.mjs")}`,
      };
      const headgate = await started(startHeadgate(env, { ipc: true }));
      return { sandbox, headgate, ids: await allConnections(headgate.url, CONNECTIONS) };
    });
  },
  async round(world, round, wanted) {
    const asked = (figures) => Object.keys(figures).some(wanted);
    const measured = {};
    if (asked(TIMES)) {
      if (round === 0) await answerTimes(world);
      Object.assign(measured, await answerTimes(world));
    }
    if (asked(BYTES)) {
      const ours = await gzippedBytes(`${world.headgate.url}/api/connections`);
      const [figure] = Object.keys(BYTES);
      measured[figure] = { value: ours / (await listBytes(world.sandbox)) };
    }
    // Three hours that come out the same each time pass once: they take minutes.
    if (round === 0 && asked(CALLS)) Object.assign(measured, await callsByViewers(world));
    return measured;
  },
  close: (world) => world.stop(),
};
