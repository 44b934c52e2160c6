import { Agent, get, request } from "node:http";
import { performance } from "node:perf_hooks";

/** One GET read to its end: milliseconds to the first byte of the body, and its length. */
export function readThrough(url, agent) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const call = request(url, { agent, headers: { "accept-encoding": "identity" } }, (answer) => {
      let first = 0;
      let bytes = 0;
      answer.on("data", (chunk) => {
        first ||= performance.now() - began;
        bytes += chunk.length;
      });
      answer.on("end", () => resolve({ status: answer.statusCode, first, bytes }));
      answer.on("error", reject);
    });
    call.on("error", reject);
    call.end();
  });
}

/** Requests per second of `url` with so many in flight for so many milliseconds. */
export async function rate(url, { inFlight, ms, bytes }) {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const began = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() - began < ms) {
      const answer = await readThrough(url, agent);
      if (answer.status !== 200 || answer.bytes < bytes) {
        throw new Error(`${url} answered ${answer.status} with ${answer.bytes} bytes.`);
      }
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  agent.destroy();
  return done / ((performance.now() - began) / 1000);
}

/** Length of an answer as it comes over the wire to a browser. */
export function gzippedBytes(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}
