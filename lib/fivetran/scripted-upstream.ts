import "server-only";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export interface Seen {
  method: string;
  /** As it came over the wire. */
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** Answers the request number `n`, counted from 0. */
export type Script = (seen: Seen, response: ServerResponse, n: number) => void;

/** For tests: an HTTP server on a free port whose answers a script gives, down to the socket. */
export class ScriptedUpstream {
  readonly seen: Seen[] = [];
  script: Script = (_seen, response) => json(response, 200, { code: "Success", data: {} });
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString("utf8") };
      this.seen.push(seen);
      this.script(seen, response, this.seen.length - 1);
    });
  }).on("connection", (socket) => {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** Ways in which an answer can be none. */
export const FAULTS = {
  "an empty 200": (response) => response.writeHead(200, { "content-type": "application/json" }).end(),
  "a web page with status 502": (response) =>
    response.writeHead(502, { "content-type": "text/html" }).end("<html>Bad gateway</html>"),
  "a web page with status 200": (response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<html>Sign in</html>"),
  "half a body": (response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write('{"code":"Success","data":', () => response.socket?.end());
  },
  "half a body without a length": (response) =>
    response.writeHead(200, { "content-type": "application/json" }).end('{"code":"Success","da'),
  "a reset": (response) => response.socket?.resetAndDestroy(),
  "a closed connection": (response) => response.socket?.end(),
  "an answer lost after the request": (response) => response.socket?.destroy(),
  "status 500": (response) => json(response, 500, { code: "InternalError", message: "Contact support" }),
} satisfies Record<string, (response: ServerResponse) => void>;
