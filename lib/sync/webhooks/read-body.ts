import "server-only";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { CappedRequest } from "@/lib/auth/capped-request";
import { tooLarge } from "@/lib/auth/guard";
import { AppError } from "@/lib/errors";

/** Far more than any event takes, and little enough to hold a thousand of. */
export const LARGEST_DELIVERY = 262_144;

/** A delivery's bytes as they came, and as they are once unpacked; the same two where nothing was packed. */
export interface DeliveredBytes {
  raw: Uint8Array;
  plain: Uint8Array;
}

/**
 * Reads a delivery, never more than 256 KB of it whatever its headers say and however well it is packed.
 * @throws AppError `too_large`; `unsupported_media` for another coding than gzip; `invalid` for broken gzip
 */
export async function readDelivery(request: Request): Promise<DeliveredBytes> {
  const coding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (coding !== "identity" && coding !== "gzip") {
    throw new AppError("unsupported_media", "Send the delivery plain or gzipped. Nothing was stored.");
  }
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > LARGEST_DELIVERY) throw tooLarge(LARGEST_DELIVERY);
  // No more comes than a length says; without one it has to be counted.
  const capped = length === null && request.body ? new CappedRequest(request, LARGEST_DELIVERY) : request;
  const raw = new Uint8Array(await capped.arrayBuffer());
  return { raw, plain: coding === "gzip" ? await unpacked(raw) : raw };
}

async function unpacked(raw: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(raw, { maxOutputLength: LARGEST_DELIVERY });
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE") {
      throw tooLarge(LARGEST_DELIVERY);
    }
    throw new AppError("invalid", "The delivery is not valid gzip. Nothing was stored.");
  }
}
