import { largeAnswer } from "@/lib/auth/large-answer";
import { route } from "@/lib/auth/route";
import { reviewSchema } from "@/lib/jobs/review-schema";
import { parseChanges } from "@/lib/model/schema/parse-changes";
import { inTurns } from "@/lib/model/steps";
import { z } from "@/lib/zod";

const number = z.number().int().min(1);
const Ask = z.union([
  z.strictObject({ changes: z.looseObject({}) }),
  z.strictObject({ undo: number }),
  z.strictObject({ restore: number }),
]);

export const POST = route<{ id: string }>(
  { role: "operator", risk: "read", body_limit: 26_214_400 },
  async (request, { id }, { actor }) => {
    const asked = Ask.parse(await request.json());
    const ask =
      "changes" in asked ? { changes: await inTurns(parseChanges(asked.changes, ["changes"])) } : asked;
    return largeAnswer(await reviewSchema(id, ask, actor.id));
  },
);
