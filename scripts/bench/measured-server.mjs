import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";

/**
 * Asks the `loop-probe.mjs` of a server: "loop reset" or "loop read", which answers with milliseconds; or tells its
 * `fast-clock.mjs` how fast time passes, as `{ clock: 60 }`.
 */
export async function askProbe(child, message) {
  const answer = once(child, "message");
  child.send(message);
  return (await answer)[0];
}

/** Resident memory of a process in bytes: now, and the most since `forgetPeak`. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const field = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)[1]) * 1024;
  return { now: field("VmRSS"), peak: field("VmHWM") };
}

export const forgetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, "5");
