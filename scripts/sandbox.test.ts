import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const entry = fileURLToPath(new URL("./sandbox.mjs", import.meta.url));
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
});

function start(...args: string[]) {
  // From elsewhere, because people start things from elsewhere.
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const told = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    told.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    told.err += text;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code, ...told });
    });
  });
  const ready = new Promise<string>((resolve) => {
    child.stdout.on("data", () => {
      const url = /^(http:\/\/127\.0\.0\.1:\d+\/v1)$/m.exec(told.out)?.[1];
      if (url) resolve(url);
    });
  });
  return { child, ended, ready };
}

test("it prints its address on a line of its own, serves there, and stops clean on SIGTERM", async () => {
  const { child, ended, ready } = start("--connections", "3");
  const url = await ready;
  const answer = await fetch(`${url}/connections`, {
    headers: { Authorization: `Basic ${btoa("sandbox:sandbox")}` },
  });
  expect((await answer.json()).data.items).toHaveLength(3);
  child.kill("SIGTERM");
  expect(await ended).toEqual({ code: 0, out: `${url}\n`, err: "" });
  await expect(fetch(url)).rejects.toThrow();
});

test("a bad option is one clear sentence and exit 2", async () => {
  expect(await start("--quota", "huge").ended).toEqual({
    code: 2,
    out: "",
    err: "--quota must be one of trial, standard, off.\n",
  });
});

test("a taken port is one clear sentence and exit 2", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  expect(await start("--port", String(port)).ended).toEqual({
    code: 2,
    out: "",
    err: `Port ${port} on 127.0.0.1 is already in use.\n`,
  });
  await new Promise((resolve) => server.close(resolve));
});
