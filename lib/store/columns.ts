import "server-only";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { bigint, customType } from "drizzle-orm/pg-core";
import { jsonPieces } from "@/lib/model/json-pieces";
import { parseJson } from "@/lib/model/parse-json";
import { inTurns } from "@/lib/model/steps";
import { unzipped } from "@/lib/store/unzipped";

/** Epoch milliseconds, as everywhere in this house; a bigint so that sorting and arithmetic need no zone. */
export const moment = () => bigint({ mode: "number" });

/**
 * Text from outside. PostgreSQL refuses NUL and lone surrogates, and a hostile name must not stop a sweep,
 * so both become U+FFFD; the `document` beside it keeps the exact text.
 */
export const words = customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => value.replaceAll("\0", "\uFFFD").toWellFormed(),
});

/**
 * JSON kept as text: jsonb refuses \u0000 and lone surrogates and reorders keys, JSON.stringify escapes both. What
 * `compact` made of a value is kept as that, and read by `whole`.
 */
export const document = <T>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => (value instanceof Compact ? value.text : JSON.stringify(value)),
    fromDriver: (text) => (text.startsWith(GZIP) ? new Compact(text) : JSON.parse(text)) as T,
  })();

/** No JSON begins so. */
const GZIP = "gzip:";

class Compact {
  constructor(readonly text: string) {}
}

/**
 * Makes a large document ready to be written: gzipped beside the event loop, as the embedded database takes megabytes
 * of text on it and holds everything else for as long.
 * @returns what stands for the value where a `document` is written, and nowhere else; the value itself where it is small
 */
export async function compact<T>(value: T): Promise<T> {
  const pieces = await inTurns(jsonPieces(value));
  if (pieces.length === 1) return value;
  const zipped = await pipeline(pieces, createGzip({ level: 1 }), buffer);
  // Only the column's own `toDriver` looks at it.
  return new Compact(GZIP + zipped.toString("base64")) as T;
}

/** The value of a `document` that `compact` may have been given, made beside the event loop too. */
export async function whole<T>(value: T): Promise<T> {
  if (!(value instanceof Compact)) return value;
  const bytes = await unzipped(Buffer.from(value.text.slice(GZIP.length), "base64"));
  return (await inTurns(parseJson(bytes))) as T;
}

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
