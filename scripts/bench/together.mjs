/**
 * Servers that stop together, the last started first; also when one of them does not start.
 *
 * @template T
 * @param {(started: <S extends { stop: () => Promise<unknown> }>(starting: Promise<S>) => Promise<S>) => Promise<T>} start
 *   passes each server it starts to `started`
 * @returns {Promise<T & { stop: () => Promise<void> }>}
 */
export async function startTogether(start) {
  const running = [];
  const stop = async () => {
    for (const server of running) await server.stop();
  };
  const started = async (starting) => {
    const server = await starting;
    running.unshift(server);
    return server;
  };
  try {
    return { ...(await start(started)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
