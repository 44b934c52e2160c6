// Loaded into the measured server by --import: answers "resources" with what is alive in it, garbage collected before
// where Node.js was started with --expose-gc.
process.on("message", (message) => {
  if (message !== "resources") return;
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const alive = process.getActiveResourcesInfo();
  const of = (...names) => alive.filter((name) => names.includes(name)).length;
  process.send?.({
    bytes: heapUsed + external,
    timers: of("Timeout"),
    sockets: of("TCPSocketWrap", "TCPSERVERWRAP", "TCPServerWrap", "PipeWrap"),
  });
});
process.channel?.unref();
