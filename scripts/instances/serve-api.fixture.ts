import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { pathToFileURL } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { boot } from "@/instrumentation.node.js";
import { setJobTimes } from "@/lib/jobs/job-times";
import { setPollerTimes } from "@/lib/sync/poller-times";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

// Run by tests as one of several processes on a database: Headgate with all of its API and without pages, which would
// need a build. Of its arguments the first holds the times that a test shortens.
const times = JSON.parse(argv[2] ?? "{}") as { poller?: object; jobs?: object };
setPollerTimes(times.poller ?? {});
setJobTimes(times.jobs ?? {});
await boot();
const routes = readdirSync("app/api", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("route.ts"))
  .map((path) => ({
    file: pathToFileURL(join(process.cwd(), "app/api", path)).href,
    names: path.split("/").slice(0, -1),
  }))
  // A name that stands there goes before one that is filled in.
  .sort((a, b) => (a.names.join() > b.names.join() ? -1 : 1))
  .sort((a, b) => filledIn(a.names) - filledIn(b.names));

const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
server.listen(0, "127.0.0.1", () => {
  stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});

function filledIn(names: string[]): number {
  return names.filter((name) => name.startsWith("[")).length;
}

async function answer(request: Request): Promise<Response> {
  const parts = new URL(request.url).pathname.split("/").slice(2);
  for (const { file, names } of routes) {
    const params = matched(names, parts);
    if (!params) continue;
    const handlers = (await import(file)) as Record<string, Handler | undefined>;
    return (
      handlers[request.method]?.(request, { params: Promise.resolve(params) }) ??
      new Response(null, { status: 405 })
    );
  }
  return new Response(null, { status: 404 });
}

function matched(names: string[], parts: string[]): Record<string, string> | null {
  const rest = names.at(-1)?.startsWith("[...") ?? false;
  if (rest ? parts.length < names.length : parts.length !== names.length) return null;
  const params: Record<string, string> = {};
  for (const [at, name] of names.entries()) {
    if (!name.startsWith("[")) {
      if (name !== parts[at]) return null;
    } else if (!name.startsWith("[...")) params[name.slice(1, -1)] = decodeURIComponent(parts[at] ?? "");
  }
  return params;
}
