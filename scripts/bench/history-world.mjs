import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { startHeadgate, startSandbox, startServer } from "../launch/world.mjs";
import { allConnections } from "./all-connections.mjs";
import { writeSyncs } from "./sync-rows.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** As an operator of ten million rows would have it, and what makes them quickly. */
const SETTINGS = [
  "shared_buffers=512MB",
  "maintenance_work_mem=512MB",
  "wal_level=minimal",
  "max_wal_senders=0",
];
const PROBES = ["fast-clock.mjs", "loop-probe.mjs"].map((name) => `--import=${here(name)}`).join(" ");

/**
 * A Headgate whose history reaches back for 410 days, in a database of its own.
 *
 * @param {"PostgreSQL" | "PGlite"} kind
 * @param {number} connections
 */
export async function startHistory(kind, connections) {
  const folder = mkdtempSync(join(tmpdir(), "headgate-bench-history-"));
  const sandbox = await startSandbox(["--connections", String(connections), "--speed", "0"]);
  const postgres = kind === "PostgreSQL" && (await startPostgres());
  const env = {
    FIVETRAN_API_URL: sandbox.url,
    FIVETRAN_API_KEY: "sandbox",
    FIVETRAN_API_SECRET: "sandbox",
    HEADGATE_POLL_MS: "86400000",
    DATA_DIR: folder,
    ...(postgres && { DATABASE_URL: postgres.match[1] }),
  };
  const first = await startHeadgate(env);
  const ids = await allConnections(first.url, connections);
  await first.stop();
  if (postgres) await fillPostgres(postgres.match[1]);
  else await fillPglite(join(folder, "db"));
  const headgate = await startHeadgate({ ...env, NODE_OPTIONS: PROBES }, { ipc: true });
  return {
    headgate,
    ids,
    stop: async () => {
      await headgate.stop();
      if (postgres) await postgres.stop();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
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
