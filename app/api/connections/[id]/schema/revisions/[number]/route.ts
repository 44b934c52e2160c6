import { largeAnswer } from "@/lib/auth/large-answer";
import { route } from "@/lib/auth/route";
import { revisionByNumber } from "@/lib/sync/schema/revisions";
import { z } from "@/lib/zod";

const Place = z.coerce.number().int().min(1).max(2_147_483_647).catch(0);

export const GET = route<{ id: string; number: string }>(
  { role: "viewer", risk: "read" },
  async (_request, { id, number }) => largeAnswer(await revisionByNumber(id, Place.parse(number))),
);
