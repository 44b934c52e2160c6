import { Agent } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findBrowser } from "../launch/browser.mjs";
import { buildIfStale } from "../launch/build.mjs";
import { checkPort } from "../launch/settings.mjs";
import { sandboxAt, startHeadgate, startSandbox, startServer } from "../launch/world.mjs";
import { allConnections } from "./all-connections.mjs";
import { acceptsPerSecond, eventOf, post, steadily } from "./deliveries.mjs";
import { percentile } from "./figures.mjs";
import { timeItems } from "./history-items.mjs";
import { startEmptyRoute } from "./peers/empty-route.mjs";
import { startTogether } from "./together.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const HOST = "hooks.example.com";
const CONNECTIONS = 1_000;
const LOAD = { senders: 10, ms: 4_000 };
/** A server of this size is compiled piece by piece while it works. */
const WARM_UP_MS = 8_000;
const STEADY = { per_second: 200, ms: 60_000 };
const DUPLICATES = 1_000;
const SHOWN = 20;

const json = async (url) => (await fetch(url)).json();

/** Points the sandbox at Headgate, and gives the path and the secret that this was made with. */
async function point(headgate, upstream) {
  const body = JSON.stringify({ to: "here", group_id: null, events: ["sync_start", "sync_end"] });
  const headers = { "content-type": "application/json" };
  const made = await fetch(`${headgate.url}/api/webhooks`, { method: "POST", headers, body });
  if (!made.ok) throw new Error(`The webhook was not made: ${await made.text()}`);
  const { url, secret } = JSON.parse(/^made (.*)$/m.exec(upstream.output())[1]);
  return { path: new URL(url).pathname, secret };
}

/** How many stored deliveries tell of these syncs' events, read page by page as the webhooks' page does. */
async function storedOf(url, bodies) {
  const wanted = new Set(bodies.map(nameOf));
  let before = "";
  let stored = 0;
  for (;;) {
    const { deliveries, more } = await json(`${url}/api/webhooks/traffic${before}`);
    const found = deliveries.filter((row) => wanted.has(nameOf(row))).length;
    stored += found;
    if (!more || stored === bodies.length || (stored > 0 && found === 0)) return stored;
    before = `?before=${deliveries.at(-1).id}`;
  }
}

const nameOf = (event) => {
  const { event: name, sync_id } = typeof event === "string" ? JSON.parse(event) : event;
  return `${name} ${sync_id}`;
};

async function accepts({ peer, url, of, next }, round) {
  const load = { ...of, ...LOAD };
  if (round === 0)
    for (const one of [peer.url, url]) await acceptsPerSecond(one, next, { ...load, ms: WARM_UP_MS });
  const theirs = await acceptsPerSecond(peer.url, next, load);
  const value = await acceptsPerSecond(url, next, load);
  return {
    "accepted at 10 senders over an empty route": { value: value / theirs, peer: 1 },
    "accepted at 10 senders": { value, peer: theirs },
  };
}

async function minute({ headgate, url, of, next }) {
  const bodies = [];
  const keep = () => bodies[bodies.push(next()) - 1];
  const answers = await steadily(url, keep, { ...of, ...STEADY });
  const took = answers.map(({ ms }) => ms);
  return {
    "200 a second for a minute, not answered 200": {
      value: answers.filter(({ status }) => status !== 200).length,
    },
    "200 a second for a minute, lost": { value: bodies.length - (await storedOf(headgate.url, bodies)) },
    "200 a second for a minute, p99": { value: percentile(took, 0.99) },
  };
}

async function duplicates({ headgate, url, of, next }) {
  const body = next();
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const sent = Array.from({ length: DUPLICATES }, () => post(url, body, of.secret, agent, of.host));
  const refused = (await Promise.all(sent)).filter(({ status }) => status !== 200).length;
  agent.destroy();
  if (refused > 0) throw new Error(`${refused} of equal deliveries were not taken.`);
  const { deliveries } = await json(`${headgate.url}/api/webhooks/traffic`);
  const rows = deliveries.filter((row) => nameOf(row) === nameOf(body));
  if (rows[0]?.repeats !== DUPLICATES - 1) throw new Error(`They were counted as ${rows[0]?.repeats}.`);
  return { "rows of 1,000 duplicates at once": { value: rows.length } };
}

/** Delivers ends of syncs of the connection whose history a browser shows. */
async function toPixel({ headgate, url, of, browser, ids }, round) {
  const id = ids[ids.length - 1 - round];
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${headgate.url}/connections/${id}/history`);
    await page.locator("ol li").first().waitFor();
    const took = [];
    for (let count = 0; count < SHOWN; count += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      const items = await page.locator("ol li").count();
      const shown = page.evaluate(timeItems, items);
      const began = Date.now();
      await post(
        url,
        eventOf(1_000_000 + (round * SHOWN + count) * 2 + 1, [id]),
        of.secret,
        undefined,
        of.host,
      );
      took.push((await shown) - began);
    }
    return { "delivery to its line in an open history, p95": { value: percentile(took, 0.95) } };
  } finally {
    await page.close();
  }
}

const none = { unit: "deliveries", goal: 0 };
const ACCEPTS = {
  "accepted at 10 senders over an empty route": { unit: "ratio", goal: 0.5, better: "more" },
  "accepted at 10 senders": { unit: "deliveries/s" },
};
const MINUTE = {
  "200 a second for a minute, not answered 200": none,
  "200 a second for a minute, lost": none,
  "200 a second for a minute, p99": { unit: "ms", goal: 1_000, absolute: true },
};
const REPEATS = { "rows of 1,000 duplicates at once": { unit: "rows", goal: 1 } };
const PIXELS = { "delivery to its line in an open history, p95": { unit: "ms", goal: 500, absolute: true } };

export const bench = {
  figures: { ...ACCEPTS, ...MINUTE, ...REPEATS, ...PIXELS },
  async prepare() {
    await buildIfStale();
    return startTogether(async (started) => {
      const peer = await started(startEmptyRoute());
      // The sandbox tests the address, so it has to know where before Headgate is there.
      const port = await checkPort("127.0.0.1", 0);
      const deliver = `${HOST}=http://127.0.0.1:${port}`;
      const sandbox = await started(
        startSandbox(["--speed", "0", "--connections", String(CONNECTIONS), "--deliver", deliver]),
      );
      const ready = /listening on (\S+)\n/;
      const upstream = await started(startServer([here("webhook-upstream.mjs"), sandbox.url], { ready }));
      const env = {
        PORT: String(port),
        ...sandboxAt(upstream.match[1]),
        HEADGATE_PUBLIC_URL: `https://${HOST}`,
      };
      const headgate = await started(startHeadgate(env));
      const ids = await allConnections(headgate.url, CONNECTIONS);
      const { path, secret } = await point(headgate, upstream);
      const browser = await chromium.launch({
        executablePath: process.env.HEADGATE_BROWSER ?? (await findBrowser()),
        chromiumSandbox: process.getuid?.() !== 0,
      });
      await started({ stop: () => browser.close() });
      let sent = 0;
      const next = () => {
        sent += 1;
        return eventOf(sent, ids);
      };
      const of = { secret, host: HOST };
      return { peer, headgate, browser, ids, url: `${headgate.url}${path}`, of, next };
    });
  },
  async round(context, round, wanted) {
    const measured = {};
    for (const [figures, measure] of [
      [ACCEPTS, accepts],
      [MINUTE, minute],
      [REPEATS, duplicates],
      [PIXELS, toPixel],
    ])
      if (Object.keys(figures).some(wanted)) Object.assign(measured, await measure(context, round));
    return measured;
  },
  close: (context) => context.stop(),
};
