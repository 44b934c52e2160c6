import { createServer, request } from "node:http";

// A sandbox whose schema configs are made once and then only sent, so that what is measured is who reads them. Prints its port.
const sandbox = new URL(process.argv[2]);
const kept = new Map();

function pass(incoming, outgoing, keep) {
  const options = { method: incoming.method, headers: incoming.headers };
  const call = request(new URL(incoming.url, sandbox), options, (answer) => {
    const chunks = [];
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.on("data", (chunk) => keep && chunks.push(chunk));
    answer.on("end", () => {
      if (keep && answer.statusCode === 200) kept.set(incoming.url, Buffer.concat(chunks));
    });
    answer.pipe(outgoing);
  });
  call.on("error", () => outgoing.destroy());
  incoming.pipe(call);
}

const server = createServer((incoming, outgoing) => {
  const body = incoming.method === "GET" ? kept.get(incoming.url) : undefined;
  if (!body) return pass(incoming, outgoing, incoming.method === "GET" && incoming.url.endsWith("/schemas"));
  outgoing.writeHead(200, {
    "content-type": "application/json;charset=utf-8",
    "content-length": body.length,
  });
  outgoing.end(body);
});
server.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}/v1`));
