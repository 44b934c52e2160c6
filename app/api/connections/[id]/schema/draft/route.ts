import { largeAnswer } from "@/lib/auth/large-answer";
import { route } from "@/lib/auth/route";
import { parseChanges } from "@/lib/model/schema/parse-changes";
import { inTurns } from "@/lib/model/steps";
import { readDraft, saveDraft } from "@/lib/store/schema-drafts";
import { tellSchema } from "@/lib/sync/schema/tell-schema";
import { z } from "@/lib/zod";

const Draft = z.strictObject({
  version: z.number().int().min(0),
  base_hash: z.string().max(100),
  changes: z.unknown(),
});
const EDIT = { role: "operator", risk: "reversible", body_limit: 26_214_400 } as const;

export const GET = route<{ id: string }>(
  { role: "viewer", risk: "read" },
  async (_request, { id }, { actor }) => largeAnswer(await readDraft(id, actor.id)),
);

export const PUT = route<{ id: string }>(EDIT, async (request, { id }, { actor }) => {
  const { changes, ...draft } = Draft.parse(await request.json());
  // Whoever saves has the changes: they are not sent back.
  const { changes: _, ...saved } = await saveDraft(id, actor.id, {
    ...draft,
    changes: await inTurns(parseChanges(changes, ["changes"])),
  });
  await tellSchema(id);
  return saved;
});
