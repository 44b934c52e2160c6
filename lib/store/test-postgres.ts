import "server-only";
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Store } from "@/lib/store/database";
import { MIGRATIONS } from "@/lib/store/migrations";
import { openPostgres } from "@/lib/store/postgres";

const DEBIAN = "/usr/lib/postgresql";

/** The folder that holds `initdb` and `postgres`; null where none are installed. */
function binaries(): string | null {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, "bin"))
    : [];
  const places = [...onPath("initdb"), ...versions];
  return places.find((place) => ["initdb", "postgres"].every((it) => existsSync(join(place, it)))) ?? null;
}

function onPath(program: string): string[] {
  try {
    return [dirname(execFileSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).trim())];
  } catch {
    return [];
  }
}

export const hasPostgres = (): boolean => binaries() !== null;

export interface TestServer {
  url: string;
  /** Another connection pool, as another process would have. */
  open(): Promise<Store>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then as the user `postgres`, else `nobody`. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string, user: string): number | null => {
    try {
      return Number(
        execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      );
    } catch {
      return null;
    }
  };
  const uid = id("-u", "postgres") ?? 65534;
  return { uid, gid: id("-g", "postgres") ?? 65534 };
}

/**
 * Starts a server of its own in a new folder, heard on a socket there only; its database is migrated unless told.
 * `settings` as `postgres -c` takes them.
 */
export async function postgresServer({
  migrated = true,
  settings = [] as readonly string[],
} = {}): Promise<TestServer> {
  const place = binaries();
  if (!place) throw new Error("No PostgreSQL is installed.");
  const folder = ownFolder();
  const data = join(folder, "data");
  execFileSync("cp", ["-a", await cluster(place, migrated), data], { ...account(), cwd: folder });
  return serve(place, folder, data, settings);
}

/** A cluster that all test runs copy: making one takes longer than most tests. */
async function cluster(place: string, migrated: boolean): Promise<string> {
  const version = execFileSync(join(place, "postgres"), ["--version"], { encoding: "utf8" });
  const hash = createHash("sha256").update(JSON.stringify([version, account(), migrated]));
  if (migrated)
    for (const file of readMigrationFiles({ migrationsFolder: MIGRATIONS })) hash.update(file.hash);
  const path = join(tmpdir(), `headgate-test-cluster-${hash.digest("hex").slice(0, 16)}`);
  if (existsSync(path)) return path;
  const folder = ownFolder();
  const data = join(folder, "data");
  if (migrated) {
    execFileSync("cp", ["-a", await cluster(place, false), data], { ...account(), cwd: folder });
    const server = await serve(place, folder, data);
    await (await server.open()).close();
    await server.stop("SIGINT");
  } else {
    const made = ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "-N", "--locale=C"];
    execFileSync(join(place, "initdb"), made, { ...account(), cwd: folder, stdio: "ignore" });
  }
  try {
    renameSync(data, path);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(path)) throw error;
  }
  rmSync(folder, { recursive: true, force: true });
  return path;
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "headgate-pg-"));
  const { uid, gid } = account();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

/** Becomes the server, and leaves someone who ends it and removes its folder once the process that asked is gone. */
const UNTIL_LEFT = `exec 3<&0; ({ read -r _ <&3; kill -QUIT $$ && rm -rf "$0"; } 2>/dev/null &); exec "$@" 3<&-`;

async function serve(
  place: string,
  folder: string,
  data: string,
  more: readonly string[] = [],
): Promise<Serving> {
  const settings = ["fsync=off", "listen_addresses=", `unix_socket_directories=${folder}`, ...more];
  const command = [join(place, "postgres"), "-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn("sh", ["-c", UNTIL_LEFT, folder, ...command], {
    ...account(),
    cwd: folder,
    stdio: ["pipe", "ignore", "pipe"],
  });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  await new Promise<void>((ready, failed) => {
    let heard = "";
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      heard += text;
      if (heard.includes("ready to accept connections")) ready();
    });
    server.once("exit", () => failed(new Error(`PostgreSQL did not start: ${heard}`)));
  });
  const url = `postgres://test@localhost/postgres?host=${encodeURIComponent(folder)}`;
  return {
    url,
    open: () => openPostgres(url),
    stop: async (signal = "SIGQUIT") => {
      server.kill(signal);
      await (signal === "SIGINT" ? ended : Promise.race([ended, wait(5000)]));
      if (signal === "SIGQUIT") rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Serving extends TestServer {
  /** SIGINT leaves a folder that can be copied; SIGQUIT leaves none. */
  stop(signal?: "SIGQUIT" | "SIGINT"): Promise<void>;
}
