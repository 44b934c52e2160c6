import { readFileSync } from "node:fs";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

// Loaded into the measured server by --import: answers over its IPC channel how long the event loop was held, by the
// clock, and by the processor time that its thread spent between two looks, which other programs do not lengthen.
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

/** Milliseconds that the main thread ran; elsewhere than on Linux those that passed. */
function spent() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

let last = spent();
let longest = 0;
function look() {
  const now = spent();
  longest = Math.max(longest, now - last);
  last = now;
}
if (isMainThread) setInterval(look, 2).unref();

process.on("message", (message) => {
  if (message !== "loop reset" && message !== "loop read") return;
  look();
  if (message === "loop reset") {
    delay.reset();
    longest = 0;
  }
  process.send?.({ held: delay.max / 1e6, spent: longest });
});
process.channel?.unref();
