import { monitorEventLoopDelay } from "node:perf_hooks";

// Loaded into the measured server by --import: answers over its IPC channel how long the event loop was held.
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on("message", (message) => {
  if (message !== "loop reset" && message !== "loop read") return;
  if (message === "loop reset") delay.reset();
  process.send?.({ held: delay.max / 1e6 });
});
process.channel?.unref();
