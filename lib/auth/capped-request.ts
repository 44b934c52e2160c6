import "server-only";
import { tooLarge } from "@/lib/auth/guard";
import { AppError } from "@/lib/errors";
import { joinedBytes } from "@/lib/model/joined-bytes";
import { parseJson } from "@/lib/model/parse-json";
import { inTurns } from "@/lib/model/steps";

/** A request whose body ends in AppError `too_large` once more than `limit` bytes have come, whatever its headers say. */
export class CappedRequest extends Request {
  constructor(request: Request, limit: number) {
    const { body } = request;
    // Node's fetch takes a stream as body only with `duplex`, which the DOM's types do not know.
    const init = body && { body: body.pipeThrough(cap(limit)), duplex: "half" };
    super(request.url, {
      method: request.method,
      headers: request.headers,
      signal: request.signal,
      ...init,
    });
  }

  /** Throws AppError `invalid` for a body that is not JSON. */
  override async json(): Promise<unknown> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.body ?? []) pieces.push(piece);
    const bytes = await inTurns(joinedBytes(pieces));
    try {
      return await inTurns(parseJson(bytes));
    } catch {
      // No cause: the parser's words quote the body, which may hold a secret.
      throw new AppError("invalid", "The body is not valid JSON. Nothing was changed.");
    }
  }
}

function cap(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > limit) throw tooLarge(limit);
      controller.enqueue(chunk);
    },
  });
}
