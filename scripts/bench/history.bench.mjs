import { createHash } from "node:crypto";
import { performance } from "node:perf_hooks";
import { buildIfStale } from "../launch/build.mjs";
import { percentile } from "./figures.mjs";
import { startHistory } from "./history-world.mjs";
import { askProbe } from "./measured-server.mjs";
import { watch } from "./viewers.mjs";

const DAY = 86_400_000;
const STORES = [
  { kind: "PostgreSQL", connections: 5_000, rows: "10 million syncs" },
  { kind: "PGlite", connections: 500, rows: "1 million syncs" },
];
const TIMES = 40;
const LANES = 40;
const KEPT_DAYS = 400;
/** So long is looked on. */
const RETENTION_MS = 30_000;

const within = { unit: "ms", goal: 100, absolute: true };
const RULES = {
  "groups of the fleet over a day, p95": within,
  "lanes of the fleet over a day, p95": within,
  "a connection's 90 days, p95": within,
  "server memory after all that over before": { unit: "ratio", goal: 1.1 },
  "groups of the fleet over a day while old syncs are forgotten, p95": within,
  "event loop held while old syncs are forgotten": within,
};
const nameOf = (figure, { kind, rows }) => `${kind}, ${rows}: ${figure}`;
const figuresOf = (store) =>
  Object.fromEntries(Object.entries(RULES).map(([figure, rule]) => [nameOf(figure, store), rule]));

/** Milliseconds until an answer has come whole. */
async function took(url) {
  const began = performance.now();
  const answer = await fetch(url);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return performance.now() - began;
}

/** A day of the last month that nobody has asked for yet, so that no answer is kept. */
function anyDay(now) {
  const until = Math.floor((now - Math.random() * 30 * DAY) / 600_000) * 600_000;
  return `from=${until - DAY}&until=${until}&step=120000`;
}

const groupsOf = (url, now) => took(`${url}/api/fleet?${anyDay(now)}&by=destination`);

/** What the pages of a connection ask for, of one of those that sync most and of any other in turn. */
async function askConnections({ server: { headgate }, busy, ids }, now) {
  const until = Math.ceil(now / 10_800_000) * 10_800_000;
  const from = until - 90 * DAY;
  const times = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const among = turn % 2 === 0 ? busy : ids;
    const own = `${headgate.url}/api/connections/${among[Math.floor(Math.random() * among.length)]}`;
    for (const path of [
      `durations?from=${from}&until=${until}&step=10800000`,
      "days",
      "health?days=90",
      `history?from=${from}&until=${until}`,
    ]) {
      times.push(await took(`${own}/${path}`));
    }
  }
  return times;
}

async function read(world, now) {
  const { server, busy, ids } = world;
  const { url } = server.headgate;
  const groups = [];
  const lanes = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    groups.push(await groupsOf(url, now));
    const first = Math.floor(Math.random() * (ids.length - LANES));
    const shown = [...busy.slice(0, 5), ...ids.slice(first, first + LANES)];
    lanes.push(await took(`${url}/api/fleet/lanes?${anyDay(now)}&ids=${shown.join()}`));
  }
  const own = await askConnections(world, now);
  return {
    "groups of the fleet over a day, p95": { value: percentile(groups, 0.95) },
    "lanes of the fleet over a day, p95": { value: percentile(lanes, 0.95) },
    "a connection's 90 days, p95": { value: percentile(own, 0.95) },
  };
}

/** Has the first minute pass, after which old rows are forgotten, and asks meanwhile. */
async function forget({ server, ids, keepAsUsual }, now) {
  await keepAsUsual();
  const { headgate } = server;
  const last = ids.at(-1);
  const before = now - (KEPT_DAYS + 1) * DAY;
  const left = async () => {
    const url = `${headgate.url}/api/connections/${last}/history?kinds=sync&limit=1&until=${before}`;
    return (await (await fetch(url)).json()).items.length;
  };
  if ((await left()) === 0) throw new Error("There is nothing to be forgotten.");
  const viewer = watch(headgate.url, { viewers: 1, every_ms: 2_000, paths: () => ["/api/account"] });
  await askProbe(headgate.child, { clock: 60 });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await askProbe(headgate.child, { clock: 1 });
  await askProbe(headgate.child, "loop reset");
  const groups = [];
  const began = performance.now();
  while ((await left()) > 0) {
    if (performance.now() - began > RETENTION_MS)
      throw new Error("Old syncs were not forgotten in a minute.");
    groups.push(await groupsOf(headgate.url, now));
  }
  const { spent } = await askProbe(headgate.child, "loop read");
  await viewer.leave();
  return {
    "groups of the fleet over a day while old syncs are forgotten, p95": { value: percentile(groups, 0.95) },
    "event loop held while old syncs are forgotten": { value: spent },
  };
}

const md5 = (id) => createHash("md5").update(id).digest("hex");

export const bench = {
  figures: Object.assign({}, ...STORES.map(figuresOf)),
  async prepare(wanted) {
    await buildIfStale();
    const worlds = [];
    for (const store of STORES) {
      if (!Object.keys(figuresOf(store)).some(wanted)) continue;
      const world = await startHistory(store.kind, store.connections);
      const ids = world.ids.sort();
      const busy = [...ids].sort((a, b) => (md5(a) < md5(b) ? -1 : 1)).slice(0, ids.length / 100);
      worlds.push({ ...world, store, ids, busy });
    }
    return worlds;
  },
  async round(worlds, round) {
    const measured = {};
    const now = Date.now();
    for (const world of worlds) {
      if (round === 0) await read(world, now);
      const { child } = world.server.headgate;
      const before = await askProbe(child, "resources");
      const figures = await read(world, now);
      const grown = (await askProbe(child, "resources")).bytes / before.bytes;
      figures["server memory after all that over before"] = { value: grown };
      if (round === 0) Object.assign(figures, await forget(world, now));
      for (const [figure, sample] of Object.entries(figures)) measured[nameOf(figure, world.store)] = sample;
    }
    return measured;
  },
  async close(worlds) {
    for (const world of worlds) await world.stop();
  },
};
