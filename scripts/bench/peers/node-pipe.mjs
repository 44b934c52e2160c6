import { Agent, createServer, request } from "node:http";
import { pipeline } from "node:stream";

// The least a proxy in Node.js can do: headers built, credentials added, bytes piped. Prints its port.
const upstream = process.argv[2];
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const credentials = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;

const server = createServer((incoming, outgoing) => {
  const call = request(
    `${upstream}${incoming.url}`,
    { agent, headers: { authorization: credentials, accept: "application/json;version=2" } },
    (answer) => {
      outgoing.writeHead(answer.statusCode, { "content-type": answer.headers["content-type"] });
      pipeline(answer, outgoing, () => {});
    },
  );
  call.on("error", () => outgoing.destroy());
  call.end();
});
server.listen(0, "127.0.0.1", () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
