import "server-only";
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Store } from "@/lib/store/database";
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

/** Starts a server of its own in a new folder, heard on a socket there only. */
export async function postgresServer(): Promise<TestServer> {
  const place = binaries();
  if (!place) throw new Error("No PostgreSQL is installed.");
  const folder = mkdtempSync(join(tmpdir(), "headgate-pg-"));
  const as = account();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const common = { ...as, cwd: folder };
  execFileSync(
    join(place, "initdb"),
    ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "-N", "--locale=C"],
    {
      ...common,
      stdio: "ignore",
    },
  );
  const settings = ["fsync=off", "listen_addresses=", `unix_socket_directories=${folder}`];
  const server = spawn(
    join(place, "postgres"),
    ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
    { ...common, stdio: ["ignore", "ignore", "pipe"] },
  );
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
    stop: async () => {
      server.kill("SIGQUIT");
      await Promise.race([ended, wait(5000)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
