import { createServer, request } from "node:http";

// Stands before a sandbox and tells, a line each, what a webhook was made with: its address and its secret, which nobody
// else may know. Prints its port first.
const sandbox = new URL(process.argv[2]);

const server = createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { host: _host, ...headers } = incoming.headers;
  const call = request(new URL(incoming.url, sandbox), { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  call.on("error", () => outgoing.destroy());
  call.end(body);
  if (incoming.method === "POST" && incoming.url === "/v1/webhooks/account") {
    const { url, secret } = JSON.parse(body);
    console.log(`made ${JSON.stringify({ url, secret })}`);
  }
});
server.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}/v1`));
