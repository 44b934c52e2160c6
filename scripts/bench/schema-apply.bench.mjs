import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { buildIfStale } from "../launch/build.mjs";
import { sandboxAt, startHeadgate, startSandbox } from "../launch/world.mjs";
import { largeConnection } from "./large-connection.mjs";
import { askProbe, forgetPeak, memoryOf } from "./measured-server.mjs";

const EDITS = 100_000;
const CREDENTIALS = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;

/** Hashes every so many-th column of a schema config, or takes that back, as the editor would say it. */
function changesOf(config, hashed) {
  const total = Object.values(config.schemas)
    .flatMap((schema) => Object.values(schema.tables))
    .reduce((sum, table) => sum + Object.keys(table.columns ?? {}).length, 0);
  const apart = Math.floor(total / EDITS);
  let at = 0;
  const columnsOf = (table) =>
    Object.entries(table.columns ?? {}).flatMap(([name, column]) =>
      at++ % apart === 0 && column.enabled_patch_settings.allowed
        ? [{ name, hashed: [!hashed, hashed] }]
        : [],
    );
  const schemas = Object.entries(config.schemas).map(([name, schema]) => ({
    name,
    tables: Object.entries(schema.tables).flatMap(([name, table]) => {
      const columns = columnsOf(table);
      return columns.length > 0 ? [{ name, columns }] : [];
    }),
  }));
  return { schemas: schemas.filter(({ tables }) => tables.length > 0) };
}

async function send(url, method, body) {
  const answer = await fetch(url, { method, headers: { "content-type": "application/json" }, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

async function ended(url) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const job = await send(url, "GET");
    if (!["queued", "running"].includes(job.state)) return job;
  }
}

/** What `act` answers with, its milliseconds, and those for which it held the server's event loop at most. */
async function timed({ child }, act) {
  await askProbe(child, "loop reset");
  const began = performance.now();
  const answer = await act();
  const ms = performance.now() - began;
  return { answer, ms, held: (await askProbe(child, "loop read")).spent };
}

const HELD = { unit: "ms", goal: 50, absolute: true };

export const bench = {
  figures: {
    "draft of 100,000 edits saved": { unit: "ms" },
    "event loop held while it is saved": HELD,
    "the same reviewed": { unit: "ms" },
    "event loop held while it is reviewed": HELD,
    "its apply accepted": { unit: "ms" },
    "event loop held while it is accepted": HELD,
    "its apply ended": { unit: "ms" },
    "event loop held while it is applied": HELD,
    "body of the apply": { unit: "MB" },
    "body of the request to Fivetran": { unit: "MB" },
    "server memory growth": { unit: "MB" },
  },
  async prepare() {
    await buildIfStale();
    const sandbox = await startSandbox(["--tables", "10000", "--columns", "100", "--quota", "off"]);
    const headgate = await startHeadgate(
      {
        ...sandboxAt(sandbox.url),
        NODE_OPTIONS: `--import=${fileURLToPath(new URL("loop-probe.mjs", import.meta.url))}`,
      },
      { ipc: true },
    );
    const id = await largeConnection(headgate.url);
    const ours = `${headgate.url}/api/connections/${id}/schema`;
    await (await fetch(ours)).arrayBuffer();
    const config = await fetch(`${sandbox.url}/connections/${id}/schemas`, {
      headers: { authorization: CREDENTIALS, accept: "application/json" },
    });
    const { data } = await config.json();
    const both = [true, false].map((hashed) => changesOf(data, hashed));
    return { sandbox, headgate, ours, both, version: 0 };
  },
  async round(context, round) {
    const { headgate, ours, both } = context;
    const { pid } = headgate.child;
    const changes = both[round % 2];
    forgetPeak(pid);
    const before = memoryOf(pid).now;
    const draft = JSON.stringify({ version: context.version, base_hash: "", changes });
    const saved = await timed(headgate, () => send(`${ours}/draft`, "PUT", draft));
    const reviewed = await timed(headgate, () => send(`${ours}/review`, "POST", JSON.stringify({ changes })));
    const { confirmations, requests } = reviewed.answer;
    const body = JSON.stringify({ kind: "apply_schema", changes, why: "", confirmed: confirmations });
    const accepted = await timed(headgate, () => send(`${ours}/jobs`, "POST", body));
    const applied = await timed(headgate, () => ended(`${headgate.url}/api/jobs/${accepted.answer.id}`));
    if (applied.answer.state !== "done") throw new Error(applied.answer.note);
    context.version = (await send(`${ours}/draft`, "GET")).version;
    return {
      "draft of 100,000 edits saved": { value: saved.ms },
      "event loop held while it is saved": { value: saved.held },
      "the same reviewed": { value: reviewed.ms },
      "event loop held while it is reviewed": { value: reviewed.held },
      "its apply accepted": { value: accepted.ms },
      "event loop held while it is accepted": { value: accepted.held },
      "its apply ended": { value: applied.ms },
      "event loop held while it is applied": { value: applied.held },
      "body of the apply": { value: body.length / 1e6 },
      "body of the request to Fivetran": { value: requests[0].body.length / 1e6 },
      "server memory growth": { value: (memoryOf(pid).peak - before) / 1e6 },
    };
  },
  async close({ headgate, sandbox }) {
    await headgate.stop();
    await sandbox.stop();
  },
};
