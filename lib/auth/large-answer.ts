import "server-only";
import { jsonText } from "@/lib/model/json-text";
import { inTurns } from "@/lib/model/steps";

const CHUNK = 262_144;

/** A value as JSON, as `Response.json` makes it, that may be megabytes: written and sent in pieces. */
export async function largeAnswer(value: unknown): Promise<Response> {
  const bytes = new TextEncoder().encode(await inTurns(jsonText(value)));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(sent, sent + CHUNK));
      sent += CHUNK;
    },
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}
