import { fileURLToPath } from "node:url";
import { buildIfStale } from "../launch/build.mjs";
import { sandboxAt, startHeadgate, startSandbox } from "../launch/world.mjs";
import { allConnections } from "./all-connections.mjs";
import { median } from "./figures.mjs";
import { askProbe } from "./measured-server.mjs";
import { startTogether } from "./together.mjs";
import { watch } from "./viewers.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CONNECTIONS = 200;
const HOUR = 3_600_000;
const HOURS = 24;
/** Until then the server fills what it keeps for later. */
const SETTLED = 6;
const FAST = 120;
const PROBES = ["fast-clock.mjs", "resource-probe.mjs"].map((name) => `--import=${here(name)}`).join(" ");

/** By how much the values grow from one to the next, in a straight line through all of them. */
function slope(values) {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let above = 0;
  let below = 0;
  for (const [at, value] of values.entries()) {
    above += (at - middle) * (value - mean);
    below += (at - middle) ** 2;
  }
  return above / below;
}

/** How many more there are in the last hours than once it had settled. */
const more = (values) => median(values.slice(-3)) - median(values.slice(0, 3));

async function setClock({ sandbox, headgate }, rate) {
  await askProbe(headgate.child, { clock: rate });
  await fetch(`${sandbox.control}/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ speed: rate }),
  });
}

export const bench = {
  figures: {
    "memory a day long, growth an hour": { unit: "MB", goal: 0.5 },
    "timers at its end more than at first": { unit: "timers", goal: 2 },
    "sockets at its end more than at first": { unit: "sockets", goal: 2 },
    "memory once it had settled": { unit: "MB" },
  },
  async prepare() {
    await buildIfStale();
    return startTogether(async (started) => {
      const sandbox = await started(startSandbox(["--connections", String(CONNECTIONS)]));
      const env = {
        ...sandboxAt(sandbox.url),
        HEADGATE_POLL_MS: "60000",
        NODE_OPTIONS: PROBES,
      };
      const headgate = await started(startHeadgate(env, { ipc: true, node: ["--expose-gc"] }));
      return { sandbox, headgate, ids: await allConnections(headgate.url, CONNECTIONS) };
    });
  },
  async round(world) {
    const { headgate, ids } = world;
    await setClock(world, FAST);
    const lists = ["/api/connections", "/api/account", "/api/state-changes"];
    const own = (viewer) => ["", "/history", "/days"].map((part) => `/api/connections/${ids[viewer]}${part}`);
    const viewers = { viewers: 5, every_ms: 1_000, paths: (viewer) => [...lists, ...own(viewer)] };
    const alive = [];
    for (let hour = 0; hour < HOURS; hour += 1) {
      const watching = watch(headgate.url, viewers);
      await new Promise((resolve) => setTimeout(resolve, HOUR / FAST));
      await watching.leave();
      // What the viewers' sockets leave behind closes first.
      await new Promise((resolve) => setTimeout(resolve, 200));
      alive.push(await askProbe(headgate.child, "resources"));
    }
    await setClock(world, 1);
    const settled = alive.slice(SETTLED);
    const megabytes = settled.map(({ bytes }) => bytes / 1e6);
    return {
      "memory a day long, growth an hour": { value: slope(megabytes) },
      "timers at its end more than at first": { value: more(settled.map(({ timers }) => timers)) },
      "sockets at its end more than at first": { value: more(settled.map(({ sockets }) => sockets)) },
      "memory once it had settled": { value: megabytes[0] },
    };
  },
  close: (world) => world.stop(),
};
