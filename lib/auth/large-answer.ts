import "server-only";
import { jsonPieces } from "@/lib/model/json-pieces";
import { inTurns } from "@/lib/model/steps";

/** A value as JSON, as `Response.json` makes it, that may be megabytes: written and sent in pieces. */
export async function largeAnswer(value: unknown): Promise<Response> {
  const pieces = (await inTurns(jsonPieces(value))).values();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value: piece } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(piece);
    },
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}
