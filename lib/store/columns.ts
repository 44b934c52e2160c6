import "server-only";
import { bigint, customType } from "drizzle-orm/pg-core";

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

/** JSON kept as text: jsonb refuses \u0000 and lone surrogates and reorders keys, JSON.stringify escapes both. */
export const document = <T>() =>
  customType<{ data: T; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })();

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
