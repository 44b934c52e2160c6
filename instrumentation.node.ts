import { hostname } from "node:os";
import { join } from "node:path";
import { GET as proxied } from "@/app/api/fivetran/[...path]/route";
import { POST as delivered } from "@/app/api/webhooks/fivetran/[token]/route";
import { answerDirectly, type DirectRoute } from "@/lib/auth/direct";
import { showUpstreamPages } from "@/lib/auth/upstream-pages";
import { type Env, env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { startJobs } from "@/lib/jobs/start-jobs";
import { errorText, log } from "@/lib/log";
import { startSandbox } from "@/lib/sandbox/server";
import { DRAIN_ORDER, onShutdown } from "@/lib/shutdown";
import { singleton } from "@/lib/singleton";
import type { Store } from "@/lib/store/database";
import { lockDataFolder } from "@/lib/store/db";
import { forgetUpstream } from "@/lib/store/upstream";
import { allowGzip } from "@/lib/sync/allow-gzip";
import { type Reached, startUp } from "@/lib/sync/start-up";

const PRETEND_URL = "https://headgate.sandbox.example";

/** What comes often. */
const DIRECT: readonly DirectRoute[] = [
  {
    methods: ["GET", "POST", "PATCH", "DELETE"],
    url: /^\/api\/fivetran\//,
    answer: (request) => proxied(request, { params: Promise.resolve({ path: [] }) }),
  },
  {
    methods: ["POST"],
    url: /^\/api\/webhooks\/fivetran\/[\w-]+$/,
    answer: (request) => {
      const token = request.url.slice(request.url.lastIndexOf("/") + 1);
      return delivered(request, { params: Promise.resolve({ token }) });
    },
  },
];

/** Starts everything once per process; a failure ends the process with one sentence, or it would answer 500 for ever. */
export async function boot(): Promise<void> {
  allowGzip();
  try {
    await singleton("boot", () => startUp(env(), reachUpstream, startJobs));
    answerDirectly(DIRECT);
  } catch (error) {
    if (!(error instanceof AppError)) log.fatal({ error: errorText(error) }, "start-up failed");
    const sentence = error instanceof AppError ? error.message : "Headgate cannot start; its log says why.";
    await new Promise<void>((done) => process.stderr.write(`${sentence}\n`, () => done()));
    process.exit(1);
  }
}

async function reachUpstream(settings: Env, store: Store): Promise<Reached> {
  const { key, base_url } = settings.upstream;
  if (base_url !== null) {
    const { host, pathname } = new URL(base_url);
    const shown = { url: `${host}${pathname}`, name: "Fivetran", notice: null };
    return { base_url, identity: { url: base_url, key }, shown, public_url: settings.public_url };
  }
  if (store.kind === "postgres") {
    // The sandbox keeps its state in the folder even where the store does not.
    const lock = await lockDataFolder(settings.data_dir);
    onShutdown("data folder", () => lock.release(), 100);
  }
  // The sandbox delivers to this machine only, so here even a pretend address is reached.
  const public_url = settings.public_url ?? PRETEND_URL;
  const sandbox = await startSandbox({
    ...settings.sandbox,
    port: 0,
    state_file: join(settings.data_dir, "sandbox.json"),
    reset: settings.reset_sandbox,
    key,
    secret: settings.upstream.secret,
    card_pages: "inside",
    deliver: [`${new URL(public_url).host}=${ownAddress(settings)}`],
  });
  showUpstreamPages(new URL(sandbox.url).origin);
  onShutdown("sandbox", () => sandbox.close(), DRAIN_ORDER + 20);
  const own = store.kind === "pglite" ? "" : ` of ${hostname()} in ${settings.data_dir}`;
  const identity = { url: `built-in sandbox${own}`, key };
  if (settings.reset_sandbox) await forgetUpstream(store.db, identity.url);
  return {
    base_url: sandbox.url,
    identity,
    public_url,
    shown: {
      url: sandbox.url.replace(/^https?:\/\//, ""),
      name: "Sandbox",
      notice: "Sandbox: this account is pretend. Nothing here reaches Fivetran.",
    },
  };
}

/** Where this machine reaches the server. */
function ownAddress({ host, port }: Env): string {
  const anywhere = new Map([
    ["0.0.0.0", "127.0.0.1"],
    ["::", "::1"],
  ]);
  const name = anywhere.get(host) ?? host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
