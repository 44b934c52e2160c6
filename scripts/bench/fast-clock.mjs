import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers";
import promises from "node:timers/promises";

// Loaded into the measured server by --import: once it is told {"clock": N}, its time passes N times as fast, so that an
// hour can be seen in a minute. What the event loop takes for its work stays what it is.
const RealDate = Date;
let rate = 1;
let since = RealDate.now();
let then = since;

const now = () => Math.floor(then + (RealDate.now() - since) * rate);
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, of) => Reflect.construct(target, args.length > 0 ? args : [now()], of),
  get: (target, name) => (name === "now" ? now : target[name]),
});

/** The same function for shorter times, with whatever else hangs on it. */
const sooner = (set, at) =>
  Object.defineProperties((...args) => {
    if (typeof args[at] === "number") args[at] /= rate;
    return set(...args);
  }, Object.getOwnPropertyDescriptors(set));

for (const name of ["setTimeout", "setInterval"]) {
  timers[name] = sooner(timers[name], 1);
  globalThis[name] = timers[name];
  promises[name] = sooner(promises[name], 0);
}
syncBuiltinESMExports();

process.on("message", ({ clock }) => {
  if (clock === undefined) return;
  then = now();
  since = RealDate.now();
  rate = clock;
  process.send?.({ clock });
});
process.channel?.unref();
