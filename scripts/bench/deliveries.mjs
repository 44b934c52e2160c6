import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/** The n-th event of a day on which each connection in turn begins a sync and ends it, as Fivetran would send it. */
export function eventOf(n, connections) {
  const sync = Math.floor(n / 2);
  const ends = n % 2 === 1;
  const id = connections[sync % connections.length];
  return JSON.stringify({
    event: ends ? "sync_end" : "sync_start",
    created: new Date().toISOString(),
    connector_type: "postgres",
    connector_id: id,
    connector_name: `connection_${id}`,
    sync_id: syncId(sync),
    destination_group_id: "group_one",
    ...(ends && { data: { status: "SUCCESSFUL" } }),
  });
}

const syncId = (n) => `00000000-0000-4000-a000-${String(n).padStart(12, "0")}`;

/** Sends a delivery. @returns its status and how many milliseconds the answer took */
export function post(url, body, secret, agent, host) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-fivetran-signature-256": createHmac("sha256", secret).update(body).digest("hex"),
      ...(host && { host }),
    };
    const call = request(url, { method: "POST", agent, headers }, (answer) => {
      answer
        .resume()
        .once("end", () => resolve({ status: answer.statusCode, ms: performance.now() - began }));
      answer.on("error", reject);
    });
    call.on("error", reject);
    call.end(body);
  });
}

/** Deliveries per second with so many senders for so many milliseconds; `next` gives each its body. */
export async function acceptsPerSecond(url, next, { secret, host, senders, ms }) {
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  const began = performance.now();
  let done = 0;
  const sender = async () => {
    while (performance.now() - began < ms) {
      const { status } = await post(url, next(), secret, agent, host);
      if (status !== 200) throw new Error(`A delivery was answered ${status}.`);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  agent.destroy();
  return done / ((performance.now() - began) / 1_000);
}

/** Sends at a steady pace whatever the answers take. @returns statuses and milliseconds of each */
export async function steadily(url, next, { secret, host, per_second, ms }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const began = performance.now();
  const sent = [];
  while (performance.now() - began < ms) {
    const due = ((performance.now() - began) / 1_000) * per_second;
    while (sent.length < due)
      sent.push(
        post(url, next(), secret, agent, host).catch(() => ({ status: 0, ms: Number.POSITIVE_INFINITY })),
      );
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const answers = await Promise.all(sent);
  agent.destroy();
  return answers;
}
