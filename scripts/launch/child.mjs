import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * For a Node.js whose PGlite lives a minute or less: compiling its WebAssembly once more, for speed, then takes more
 * than the speed gives back.
 */
export const BRIEF = ["--liftoff-only"];

const running = new Set();
let handled = false;

/** Until the server takes over, a signal ends the child at work and then us. */
function passSignalsOn() {
  if (handled) return;
  handled = true;
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]) {
    process.once(signal, () => {
      if (running.size === 0) process.exit(code);
      for (const child of running) child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
      setTimeout(() => process.exit(code), 5_000).unref();
      Promise.all([...running].map((child) => new Promise((done) => child.once("close", done)))).then(() =>
        process.exit(code),
      );
    });
  }
}

/** Hands the signals back, for the one who now owns the stop. */
export function releaseSignals() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
}

/**
 * Runs a program in the project's root and answers `{ code, output }`; `output` holds stdout and stderr
 * together, and is empty where `show` lets them through to the terminal.
 */
export function run(command, args, { env = {}, show = false, cwd = ROOT, timeout } = {}) {
  passSignalsOn();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
      timeout,
    });
    running.add(child);
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding("utf8").on("data", keep);
    child.stderr?.setEncoding("utf8").on("data", keep);
    const finish = (code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.once("error", (error) => {
      output += error.message;
      finish(127);
    });
    child.once("close", (code) => finish(code ?? 1));
  });
}

/** A program out of node_modules, run by this Node.js. */
export const runModule = (path, args, options) =>
  run(process.execPath, [`${ROOT}node_modules/${path}`, ...args], options);

/** A TypeScript file of ours that may import server-only modules. */
export const runTypeScript = (path, args, { node = [], ...options } = {}) =>
  run(
    process.execPath,
    [...node, "--conditions=react-server", "--import=tsx", `${ROOT}${path}`, ...args],
    options,
  );
