import { z } from "@/lib/zod";

/** The number of a stored row as an address has it. */
export const RowId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, "is not the number of anything")
  .transform(Number)
  .refine((id) => id <= 2_147_483_647, "is not the number of anything");
