import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { argv, stdout } from "node:process";
import { getRequestListener } from "@hono/node-server";
import { boot } from "@/instrumentation.node.js";
import { setJobTimes } from "@/lib/jobs/job-times";
import { setPollerTimes } from "@/lib/sync/poller-times";

type Params = Record<string, string>;
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/**
 * Headgate with all of its API and without pages, which would need a build: one of several processes on a database.
 * Prints its address. The first argument holds the times that a test shortens.
 * @param routes by their paths below app/api, in the order in which they are tried
 */
export async function serveApi(routes: [path: string, handlers: object][]): Promise<void> {
  const times = JSON.parse(argv[2] ?? "{}") as { poller?: object; jobs?: object };
  setPollerTimes(times.poller ?? {});
  setJobTimes(times.jobs ?? {});
  await boot();
  const answer = async (request: Request): Promise<Response> => {
    const parts = new URL(request.url).pathname.split("/").slice(2);
    for (const [path, handlers] of routes) {
      const params = matched(path.split("/"), parts);
      const handler = (handlers as Record<string, Handler | undefined>)[request.method];
      if (params && handler) return handler(request, { params: Promise.resolve(params) });
    }
    return new Response(null, { status: 404 });
  };
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  server.listen(0, "127.0.0.1", () => {
    stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
}

function matched(names: string[], parts: string[]): Params | null {
  const rest = names.at(-1)?.startsWith("[...") ?? false;
  if (rest ? parts.length < names.length : parts.length !== names.length) return null;
  const params: Params = {};
  for (const [at, name] of names.entries()) {
    if (!name.startsWith("[")) {
      if (name !== parts[at]) return null;
    } else if (!name.startsWith("[...")) params[name.slice(1, -1)] = decodeURIComponent(parts[at] ?? "");
  }
  return params;
}
