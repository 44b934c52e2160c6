import { createServer, get } from "node:http";
import { ROOT, releaseSignals } from "./child.mjs";
import { say } from "./say.mjs";
import { listenRefusal } from "./settings.mjs";
import { stopOnSignals } from "./stop.mjs";

/** Serves the production build in this process, so that a signal to it is a signal to the server. */
export async function serve({ host, port, upstream }) {
  // The launcher owns the stop: Next's own handlers would exit before our clean-up ends. Both read at import.
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_MANUAL_SIG_HANDLE: "1",
    NEXT_TELEMETRY_DISABLED: "1",
    HOST: host,
    PORT: String(port),
  });
  process.chdir(ROOT);
  const { default: next } = await import("next");
  const server = createServer();
  releaseSignals();
  stopOnSignals(server);
  const app = next({ dev: false, dir: ROOT, hostname: host, port, httpServer: server, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  // Made by lib/auth/direct.ts once instrumentation.ts is done; until then Next.js has requests wait.
  const direct = Symbol.for("headgate.direct");
  server.on("request", (request, response) => {
    if (!globalThis[direct]?.value(request, response)) handle(request, response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenRefusal(error, host, port)));
    server.listen(port, host, resolve);
  });
  await firstAnswer(host, port);
  const name = host.includes(":") ? `[${host}]` : host;
  say(`Headgate is ready at http://${name}:${port}`);
  say(
    `Upstream: ${upstream ?? "the built-in sandbox (set FIVETRAN_API_KEY and FIVETRAN_API_SECRET for your account)"}`,
  );
}

/** Next.js listens before instrumentation.ts has opened the store, and answers nothing until it has. */
async function firstAnswer(host, port) {
  const anywhere = { "0.0.0.0": "127.0.0.1", "::": "::1" };
  await new Promise((resolve, reject) => {
    get({ host: anywhere[host] ?? host, port, path: "/readyz", agent: false }, (response) => {
      response.resume().once("end", resolve);
    }).once("error", reject);
  });
}
