import type { Chunks } from "@/lib/sandbox/reply";

/** An answer before it meets the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | AsyncIterable<string>;
}

export const JSON_TYPE = "application/json;charset=utf-8";

/** `{ code, message, data? }` as Fivetran sends it, never empty. */
export function jsonAnswer(
  status: number,
  envelope: { code: string; message: string; data?: unknown },
  headers: Record<string, string> = {},
): Answer {
  return { status, headers: { "Content-Type": JSON_TYPE, ...headers }, body: JSON.stringify(envelope) };
}

/** As `jsonAnswer`, around data that comes in pieces of JSON text. */
export function chunkedAnswer(status: number, message: string, data: Chunks): Answer {
  return {
    status,
    headers: { "Content-Type": JSON_TYPE },
    body: (async function* () {
      yield `${JSON.stringify({ code: "Success", message }).slice(0, -1)},"data":`;
      yield* data.chunks;
      yield "}";
    })(),
  };
}

/** The answer as one text, for those who have to cut it. */
export async function wholeBody(answer: Answer): Promise<string> {
  if (typeof answer.body === "string") return answer.body;
  const pieces: string[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  return pieces.join("");
}

export function toResponse(answer: Answer): Response {
  const { status, headers, body } = answer;
  if (typeof body === "string") return new Response(body, { status, headers });
  const pieces = body[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new Response(
    new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return?.();
      },
    }),
    { status, headers },
  );
}
