import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@/e2e/fixtures/test";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { BRIEF } from "@/scripts/launch/child.mjs";
import { startServer } from "@/scripts/launch/world.mjs";

let folder: string;
let started: ChildProcess[] = [];

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "headgate-launch-"));
});

test.afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  started = [];
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

/** Headgate on a data folder that outlives it, with the built-in sandbox. */
const start = async (...args: string[]) => {
  const server = await startServer([...BRIEF, "scripts/start.mjs", ...args], {
    env: { PORT: "0", DATA_DIR: folder, LOG_LEVEL: "warn", HEADGATE_POLL_MS: "1000" },
    ready: /ready at (http:\/\/\S+)/,
  });
  started.push(server.child);
  return server;
};

const addressOf = (server: { match: RegExpExecArray }): string => server.match[1] ?? "";

async function rowNamed(url: string, name: string) {
  let found: AccountSnapshot["connections"][number] | undefined;
  await expect(async () => {
    const snapshot = (await (await fetch(`${url}/api/connections`)).json()) as AccountSnapshot;
    found = snapshot.connections.find((connection) => connection.schema === name);
    expect(found).toBeDefined();
  }).toPass({ timeout: 30_000 });
  if (!found) throw new Error(`The account has no connection ${name}.`);
  return found;
}

const isFree = (url: string) =>
  new Promise<boolean>((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = createConnection(Number(port), hostname);
    socket.once("error", () => resolve(true));
    socket.once("connect", () => {
      socket.destroy();
      resolve(false);
    });
  });

test("a signal ends open event streams, frees the port and leaves the data for the next start", async () => {
  const first = await start();
  const url = addressOf(first);
  await rowNamed(url, "salesforce");
  const streams = await Promise.all([1, 2, 3].map(() => fetch(`${url}/api/events`)));
  const readers = streams.map((stream) => stream.body?.getReader());
  await Promise.all(readers.map((reader) => reader?.read()));
  const began = Date.now();
  const { code } = await first.stop();
  expect(code).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(await isFree(url)).toBe(true);

  const second = await start();
  const snapshot = await fetch(`${addressOf(second)}/api/connections`);
  expect(((await snapshot.json()) as AccountSnapshot).connections.length).toBeGreaterThan(0);
  await second.stop();
});

test("a second process on one data folder is refused in one sentence", async () => {
  const first = await start();
  const refused = await start().catch((error: Error) => error.message);
  expect(refused).toContain("ended with code 1");
  const lines = String(refused).trim().split("\n").slice(1);
  expect(lines.filter((line) => !/^Warning: Node|✓/.test(line))).toEqual([expect.stringContaining(folder)]);
  await first.stop();
});

test("--reset-sandbox brings the built-in account back as it was", async () => {
  const first = await start();
  const name = "salesforce";
  const seeded = await rowNamed(addressOf(first), name);
  const paused = await fetch(`${addressOf(first)}/api/fivetran/connections/${seeded.id}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ paused: !seeded.paused, run_setup_tests: false }),
  });
  expect(paused.status).toBe(200);
  await first.stop();

  const second = await start();
  expect((await rowNamed(addressOf(second), name)).paused).toBe(!seeded.paused);
  await second.stop();

  const third = await start("--reset-sandbox");
  expect((await rowNamed(addressOf(third), name)).paused).toBe(seeded.paused);
  await third.stop();
});

test("every answer carries the headers that keep other sites out", async ({ world }) => {
  for (const path of ["/", "/connections", "/api/connections", "/api/account", "/nowhere", "/icon.svg"]) {
    const { headers } = await fetch(`${world.url}${path}`);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
    expect(headers.get("referrer-policy"), path).toBe("no-referrer");
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(headers.get("x-powered-by"), path).toBeNull();
  }
  for (const path of ["/", "/connections", "/api/account"]) {
    const { headers } = await fetch(`${world.url}${path}`);
    expect(headers.get("cache-control"), path).toContain("no-store");
  }
});
