import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./child.mjs";
import { testEnv } from "./test-env.mjs";

/**
 * Starts a server as a child and answers once its output matches `ready`, with the match, all it
 * printed so far, and `stop`. Throws with the output when it ends before that.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, ready: RegExp, ipc?: boolean, timeout?: number }} options
 */
export function startServer(args, { env = {}, cwd = ROOT, ready, ipc = false, timeout = 180_000 }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...testEnv(), ...env },
      stdio: ["ignore", "pipe", "pipe", ...(ipc ? ["ipc"] : [])],
    });
    let output = "";
    const ended = new Promise((done) => child.once("close", (code, signal) => done({ code, signal })));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`No answer within ${timeout / 1000} s:\n${output}`));
    }, timeout);
    const server = {
      child,
      ended,
      output: () => output,
      stop: async () => {
        child.kill("SIGTERM");
        const late = setTimeout(() => child.kill("SIGKILL"), 12_000);
        const end = await ended;
        clearTimeout(late);
        return end;
      },
    };
    const listen = (chunk) => {
      output += chunk;
      const match = ready.exec(output);
      if (!match) return;
      clearTimeout(timer);
      resolve({ ...server, match });
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    ended.then(({ code }) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with code ${code}:\n${output}`));
    });
  });
}

/** What has Headgate take a sandbox at this address, which ends in /v1, for Fivetran. */
export const sandboxAt = (url) => ({
  FIVETRAN_API_URL: url,
  FIVETRAN_API_KEY: "sandbox",
  FIVETRAN_API_SECRET: "sandbox",
});

/**
 * The sandbox alone, on a free port; `args` as `npm run sandbox` takes them.
 * @param {string[]} [args]
 */
export async function startSandbox(args = []) {
  const server = await startServer(
    ["--conditions=react-server", "--import=tsx", `${ROOT}scripts/sandbox.ts`, "--port", "0", ...args],
    { ready: /(http:\/\/127\.0\.0\.1:\d+)\/v1/ },
  );
  return { ...server, url: `${server.match[1]}/v1`, control: `${server.match[1]}/_sandbox` };
}

/**
 * Headgate's production build on a free port, with its own data folder, which `stop` removes.
 * @param {Record<string, string>} [env]
 * @param {{ cwd?: string, ipc?: boolean, timeout?: number, node?: string[] }} [options] `timeout` in milliseconds,
 *   `node` what Node.js itself is told
 */
export async function startHeadgate(env = {}, { cwd = ROOT, ipc, timeout, node = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "headgate-data-"));
  const discard = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  try {
    const server = await startServer([...node, join(cwd, "scripts/start.mjs")], {
      cwd,
      ipc,
      timeout,
      env: { PORT: "0", DATA_DIR: folder, LOG_LEVEL: "warn", ...env },
      ready: /ready at (http:\/\/\S+)/,
    });
    return {
      ...server,
      url: server.match[1],
      stop: async () => {
        const end = await server.stop();
        discard();
        return end;
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}

/**
 * Headgate in front of a sandbox of its own, the pair that journeys and benches run against.
 * @param {{ sandbox?: string[], env?: Record<string, string> }} [options]
 */
export async function startWorld({ sandbox = [], env = {} } = {}) {
  const upstream = await startSandbox(sandbox);
  try {
    const headgate = await startHeadgate({
      ...sandboxAt(upstream.url),
      ...env,
    });
    return {
      url: headgate.url,
      sandbox: upstream,
      headgate,
      stop: async () => {
        await headgate.stop();
        await upstream.stop();
      },
    };
  } catch (error) {
    await upstream.stop();
    throw error;
  }
}
