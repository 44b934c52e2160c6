import { route } from "@/lib/auth/route";
import { reviewSchema } from "@/lib/jobs/review-schema";
import { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { z } from "@/lib/zod";

const number = z.number().int().min(1);
const Ask = z.union([
  z.strictObject({ changes: SchemaChanges }),
  z.strictObject({ undo: number }),
  z.strictObject({ restore: number }),
]);

export const POST = route<{ id: string }>(
  { role: "operator", risk: "read", body_limit: 26_214_400 },
  async (request, { id }, { actor }) => reviewSchema(id, Ask.parse(await request.json()), actor.id),
);
