import type { Steps } from "@/lib/model/steps";

/**
 * Pieces of bytes as one, copied piece by piece: memory that was never used before comes page by page, and megabytes of
 * it at once would hold the event loop.
 */
export function* joinedBytes(pieces: readonly Uint8Array[]): Steps<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
    yield;
  }
  return bytes;
}
