import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { AppError } from "@/lib/errors";
import { jsonAnswer, toResponse } from "@/lib/sandbox/answer";
import type { SandboxOptions } from "@/lib/sandbox/options";
import { createSandbox } from "@/lib/sandbox/sandbox";

export type { SandboxOptions } from "@/lib/sandbox/options";

/**
 * Starts the pretended Fivetran on 127.0.0.1. `url` is its base, `http://127.0.0.1:PORT/v1`; `close` ends open
 * connections, stores the account and frees the port.
 * @throws AppError `invalid` for bad options, account or state file, and for a port that is taken.
 */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const sandbox = await createSandbox(options);
  const badRequest = { code: "InvalidInput", message: "The request cannot be read" };
  const server = createServer(
    { requireHostHeader: false },
    getRequestListener(
      // The server speaks HTTP/1.1 only, so the response is the plain one.
      (request, { incoming, outgoing }) =>
        sandbox.fetch(request, { incoming, outgoing } as { outgoing: ServerResponse }),
      { overrideGlobalObjects: false, errorHandler: () => toResponse(jsonAnswer(400, badRequest)) },
    ),
  );
  // Setup tests and reloads may take long, and slow answers longer.
  server.requestTimeout = 0;
  server.on("clientError", (_, socket: Socket) => {
    if (!socket.writable) return;
    const body = JSON.stringify(badRequest);
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
  const port = options.port ?? 0;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
  } catch (cause) {
    await sandbox.close();
    const taken = (cause as NodeJS.ErrnoException).code === "EADDRINUSE";
    const reason = taken ? "is already in use" : "cannot be opened";
    throw new AppError("invalid", `Port ${port} on 127.0.0.1 ${reason}.`, { cause });
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await sandbox.close();
    },
  };
}
