import { route } from "@/lib/auth/route";
import { carrySchema } from "@/lib/sync/schema/carry-schema";
import { z } from "@/lib/zod";

const Query = z.strictObject({ from: z.string().min(1).max(200) });

/** The changes that make another connection's schema choices here, as SchemaCarry. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (request, { id }) => {
  const { from } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return carrySchema(id, from);
});
