import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { sandboxAt, startHeadgate, startSandbox, startServer } from "../launch/world.mjs";
import { allConnections } from "./all-connections.mjs";
import { writeSyncs } from "./sync-rows.mjs";
import { startTogether } from "./together.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** As an operator of ten million rows would have it, and what makes them quickly. */
const SETTINGS = [
  "shared_buffers=512MB",
  "maintenance_work_mem=512MB",
  "wal_level=minimal",
  "max_wal_senders=0",
];
const PROBES = ["fast-clock.mjs", "loop-probe.mjs", "resource-probe.mjs"]
  .map((name) => `--import=${here(name)}`)
  .join(" ");

/**
 * A Headgate whose history reaches back for 410 days, in a database of its own; `keepAsUsual` starts it anew as one that
 * keeps 400.
 *
 * @param {"PostgreSQL" | "PGlite"} kind
 * @param {number} connections
 */
export const startHistory = (kind, connections) =>
  startTogether(async (started) => {
    const { folder } = await started(scratchFolder());
    const sandbox = await started(startSandbox(["--connections", String(connections), "--speed", "0"]));
    const database = kind === "PostgreSQL" ? (await started(startPostgres())).match[1] : null;
    const env = {
      ...sandboxAt(sandbox.url),
      HEADGATE_POLL_MS: "86400000",
      DATA_DIR: folder,
      ...(database && { DATABASE_URL: database }),
    };
    const first = await startHeadgate(env);
    const ids = await allConnections(first.url, connections).finally(first.stop);
    if (database) await fillPostgres(database);
    else await fillPglite(join(folder, "db"));
    const serve = (more) =>
      startHeadgate({ ...env, ...more, NODE_OPTIONS: PROBES }, { ipc: true, node: ["--expose-gc"] });
    // Nothing is forgotten yet, however long the other database takes to be filled.
    const server = { headgate: await serve({ HEADGATE_KEEP_DAYS: "syncs=800" }) };
    await started({ stop: () => server.headgate.stop() });
    const keepAsUsual = async () => {
      await server.headgate.stop();
      server.headgate = await serve({});
    };
    return { server, ids, keepAsUsual };
  });

async function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), "headgate-bench-history-"));
  return {
    folder,
    stop: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }),
  };
}

const startPostgres = () =>
  startServer(["--conditions=react-server", "--import=tsx", here("scratch-postgres.ts"), ...SETTINGS], {
    ready: /ready at (\S+)\n/,
  });

async function fillPostgres(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await writeSyncs(async (sql) => [await client.query(sql)].flat().at(-1));
  await client.end();
}

async function fillPglite(folder) {
  const lite = await PGlite.create(folder);
  await writeSyncs(async (sql) => (await lite.exec(sql)).at(-1));
  await lite.close();
}
