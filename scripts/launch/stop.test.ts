import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createConnection } from "node:net";
import { afterEach, expect, it } from "vitest";

const children = new Set<ReturnType<typeof spawn>>();

afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});

/** A server with an event stream that the hooks end, a slow answer, and a request that never ends. */
const SERVER = `
  import { createServer } from "node:http";
  import { stopOnSignals } from "./scripts/launch/stop.mjs";
  import "./scripts/launch/say.mjs";
  const streams = new Set();
  const server = createServer((request, response) => {
    if (request.url === "/events") { response.write(": hi\\n\\n"); streams.add(response); }
    if (request.url === "/slow") { console.log("slow began"); setTimeout(() => response.end("done"), 700); }
    if (request.url === "/stuck") response.write("never");
  });
  const hooks = [
    { name: "streams", order: 0, stop: () => { for (const stream of streams) stream.end(); } },
    { name: "store", order: 100, stop: () => console.log("store closed") },
  ];
  globalThis[Symbol.for("headgate.shutdown")] = { value: { hooks, async run() {
    for (const hook of [...this.hooks].sort((a, b) => a.order - b.order)) { await hook.stop(); console.log("stopped " + hook.name); }
    return [];
  } } };
  stopOnSignals(server);
  server.listen(0, "127.0.0.1", () => console.log("port " + server.address().port));
`;

async function start() {
  const child = spawn(process.execPath, ["--input-type=module", "-e", SERVER], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  let output = "";
  const waits = new Set<() => void>();
  child.stdout?.setEncoding("utf8").on("data", (chunk) => {
    output += chunk;
    for (const wake of waits) wake();
  });
  const said = async (pattern: RegExp) => {
    while (!pattern.test(output)) await new Promise<void>((wake) => waits.add(wake));
    return pattern.exec(output)?.[1] ?? "";
  };
  const port = Number(await said(/port (\d+)/));
  return { child, port, said, output: () => output };
}

async function open(port: number, path: string) {
  const call = request({ port, host: "127.0.0.1", path });
  call.end();
  const [response] = await once(call, "response");
  return response;
}

const isFree = (port: number) =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("error", () => resolve(true));
    socket.once("connect", () => {
      socket.destroy();
      resolve(false);
    });
  });

it("ends an open event stream, finishes the answer under way, closes the store last and frees the port", async () => {
  const { child, port, said, output } = await start();
  const stream = await open(port, "/events");
  const ended = once(stream.resume(), "end");
  const answer = open(port, "/slow");
  await said(/slow began()/);
  child.kill("SIGTERM");
  await ended;
  const [chunk] = await once(await answer, "data");
  expect(String(chunk)).toBe("done");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  await said(/(stopped store)/);
  expect(output().match(/stopped \w+/g)).toEqual(["stopped streams", "stopped requests", "stopped store"]);
  expect(await isFree(port)).toBe(true);
});

it("ends within ten seconds though a request never does", async () => {
  const { child, port } = await start();
  (await open(port, "/stuck")).on("error", () => {}).resume();
  const began = Date.now();
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
});

it("ends at once on a second signal", async () => {
  const { child, port } = await start();
  (await open(port, "/stuck")).on("error", () => {}).resume();
  child.kill("SIGTERM");
  const again = setInterval(() => child.kill("SIGTERM"), 300);
  const [code] = await once(child, "exit");
  clearInterval(again);
  expect(code).toBe(143);
});

it("takes the doubled Ctrl-C of a terminal for one", async () => {
  const { child } = await start();
  child.kill("SIGINT");
  child.kill("SIGINT");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});

it("stops cleanly after the reader of its output went away", async () => {
  const { child } = await start();
  child.stdout?.destroy();
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});
