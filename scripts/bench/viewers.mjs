import { Agent, get } from "node:http";
import { performance } from "node:perf_hooks";

/**
 * So many people with a page open: each reads the stream of events and, now and again, what a page asks for, the moments
 * spread evenly.
 *
 * @param {string} url
 * @param {{ viewers: number, every_ms: number, paths: (viewer: number) => string[] }} options
 * @returns {{ took: Map<string, number[]>, leave: () => Promise<void> }} `took` holds the milliseconds of each answer by
 *   the first two parts of its path
 */
export function watch(url, { viewers, every_ms, paths }) {
  const agent = new Agent({ keepAlive: true, maxSockets: viewers });
  const took = new Map();
  let left = false;
  const streams = Array.from({ length: viewers }, () => {
    const stream = get(`${url}/api/events`, { agent: false }, (answer) =>
      answer.resume().on("error", () => {}),
    );
    return stream.on("error", () => {});
  });
  const view = async (viewer) => {
    await pause((every_ms * viewer) / viewers);
    while (!left) {
      const began = performance.now();
      for (const path of paths(viewer)) note(took, path, await read(`${url}${path}`, agent));
      await pause(Math.max(0, every_ms - (performance.now() - began)));
    }
  };
  const all = Promise.all(streams.map((_, viewer) => view(viewer)));
  // Told when they leave.
  all.catch(() => {});
  return {
    took,
    leave: async () => {
      left = true;
      await all;
      for (const stream of streams) stream.destroy();
      agent.destroy();
    },
  };
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function note(took, path, ms) {
  const known = took.get(path.split("?")[0]);
  if (known) known.push(ms);
  else took.set(path.split("?")[0], [ms]);
}

/** Milliseconds until an answer has come whole, as a browser takes it. */
function read(url, agent) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const call = get(url, { agent, headers: { "accept-encoding": "gzip" } }, (answer) => {
      answer.resume().on("error", reject);
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`${url} answered ${answer.statusCode}.`));
      });
    });
    call.on("error", (error) => {
      // The server gave an idle connection up at that moment: browsers ask again too.
      if (call.reusedSocket && error.code === "ECONNRESET") read(url, agent).then(resolve, reject);
      else reject(error);
    });
  });
}
