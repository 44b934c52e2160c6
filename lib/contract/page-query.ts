import { z } from "@/lib/zod";

/** `limit` is 1 to 1000, 100 when absent; `cursor` is opaque (D: rest-api/pagination). */
export const pageQuery = z.strictObject({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
});
