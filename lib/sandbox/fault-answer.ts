import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Answer, jsonAnswer, toResponse, wholeBody } from "@/lib/sandbox/answer";
import type { Fault } from "@/lib/sandbox/fault";

/** The answer that takes the place of the call, or null for a fault that lets it take place. */
export function insteadOf(fault: Fault): Answer | null {
  switch (fault.kind) {
    case "rate_limit": {
      const value = {
        seconds: String(fault.seconds),
        date: new Date(Date.now() + fault.seconds * 1000).toUTCString(),
        absent: null,
        garbage: "soon",
      }[fault.retry_after];
      return jsonAnswer(
        429,
        { code: "TooManyRequests", message: "Too many requests. Rate limit exceeded." },
        value === null ? {} : { "Retry-After": value },
      );
    }
    case "error":
      return jsonAnswer(fault.status, { code: fault.code, message: fault.message });
    case "bad_gateway_html":
      return {
        status: 502,
        headers: { "Content-Type": "text/html" },
        body: "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n",
      };
    case "empty":
      return { status: 200, headers: { "Content-Length": "0" }, body: "" };
    case "redirect":
      return { status: fault.status, headers: { Location: fault.location }, body: "" };
    case "reset":
      return { status: 500, headers: {}, body: "" };
    default:
      return null;
  }
}

/**
 * Sends an answer the way the fault wants it: cut in half, drop by drop, or never with the connection reset. Over a
 * socket it acts on the socket; for a caller inside this process the body's stream fails instead.
 */
export async function sendFaulted(
  answer: Answer,
  fault: Fault,
  outgoing: ServerResponse | undefined,
): Promise<Response> {
  switch (fault.kind) {
    case "reset":
    case "lost_answer":
      if (!outgoing) return failing(answer, async function* () {});
      outgoing.socket?.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case "half_body": {
      const body = Buffer.from(await wholeBody(answer));
      const half = body.subarray(0, Math.ceil(body.length / 2));
      if (!outgoing) {
        return failing(answer, async function* () {
          yield half;
        });
      }
      outgoing.writeHead(answer.status, { ...answer.headers, "Content-Length": String(body.length) });
      outgoing.write(half, () => outgoing.socket?.destroy());
      return RESPONSE_ALREADY_SENT;
    }
    case "slow_body": {
      const body = Buffer.from(await wholeBody(answer));
      const drops = drip(body, fault.bytes_per_second);
      if (!outgoing) return stream(answer, drops);
      outgoing.writeHead(answer.status, { ...answer.headers, "Content-Length": String(body.length) });
      outgoing.flushHeaders();
      for await (const drop of drops) {
        if (outgoing.destroyed) return RESPONSE_ALREADY_SENT;
        outgoing.write(drop);
      }
      outgoing.end();
      return RESPONSE_ALREADY_SENT;
    }
    default:
      return toResponse(answer);
  }
}

/** At most twenty drops a second, each as large as the pace wants. */
async function* drip(body: Buffer, perSecond: number): AsyncGenerator<Uint8Array> {
  const size = Math.max(1, Math.ceil(perSecond / 20));
  for (let at = 0; at < body.length; at += size) {
    if (at > 0) await wait((size / perSecond) * 1000, undefined, { ref: false });
    yield body.subarray(at, at + size);
  }
}

function failing(answer: Answer, start: () => AsyncGenerator<Uint8Array>): Response {
  return stream(
    answer,
    (async function* () {
      yield* start();
      throw new Error("The sandbox cut the connection.");
    })(),
  );
}

function stream({ status, headers }: Answer, bytes: AsyncGenerator<Uint8Array>): Response {
  return new Response(
    new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await bytes.return(undefined);
      },
    }),
    { status, headers },
  );
}
