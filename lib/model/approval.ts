import { loose, timestamp } from "@/lib/model/wire";
import { z } from "@/lib/zod";

/** An approved TLS certificate of a connection or destination. */
export const Certificate = loose({
  id: z.string(),
  name: z.string(),
  hash: z.string(),
  type: z.string(),
  sha1: z.string(),
  sha256: z.string(),
  public_key: z.string(),
  validated_date: timestamp,
  validated_by: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

/** An approved SSH host key of a connection or destination. */
export const Fingerprint = loose({
  id: z.string(),
  hash: z.string(),
  public_key: z.string(),
  validated_date: timestamp,
  validated_by: z.string(),
});
export type Fingerprint = z.infer<typeof Fingerprint>;
