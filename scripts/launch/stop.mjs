const DRAIN_ORDER = 50; // lib/shutdown.ts
const DRAIN_MS = 6_000;
const DEADLINE_MS = 9_000;
/** A terminal's Ctrl-C reaches us twice, from the terminal and from npm: that is one wish. */
const ECHO_MS = 250;

/** Counts the requests in flight of one server; `settled(ms)` waits for the last, at most so long. */
function inFlight(server) {
  const open = new Set();
  let wake = () => {};
  server.prependListener("request", (_request, response) => {
    open.add(response);
    response.once("close", () => {
      open.delete(response);
      if (open.size === 0) wake();
    });
  });
  return {
    settled: (ms) =>
      new Promise((resolve) => {
        if (open.size === 0) return resolve();
        wake = resolve;
        setTimeout(resolve, ms).unref();
      }),
  };
}

/**
 * Makes SIGTERM, SIGINT and SIGHUP end the process within ten seconds whatever is open: no new connections, event
 * streams ended, requests in flight drained, then upstream and store closed by the hooks of lib/shutdown.ts.
 * A second signal ends it at once.
 */
export function stopOnSignals(server) {
  const requests = inFlight(server);
  const closed = new Promise((resolve) => server.once("close", resolve));
  let began = 0;

  async function stop() {
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    server.close();
    const drain = async () => {
      await requests.settled(DRAIN_MS);
      server.closeAllConnections();
      await closed;
    };
    const registry = globalThis[Symbol.for("headgate.shutdown")]?.value;
    if (!registry) {
      await drain();
      return [];
    }
    registry.hooks.push({ name: "requests", stop: drain, order: DRAIN_ORDER });
    return registry.run();
  }

  const onSignal = (_signal, number) => {
    if (began > 0) {
      if (Date.now() - began > ECHO_MS) process.exit(128 + number);
      return;
    }
    began = Date.now();
    stop().then(
      (failures) => {
        for (const { name, error } of failures) process.stderr.write(`Stopping ${name} failed: ${error}\n`);
        process.exit(failures.length > 0 ? 1 : 0);
      },
      (error) => {
        process.stderr.write(`${error?.stack ?? error}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, onSignal);
}
