import { route } from "@/lib/auth/route";
import { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { readDraft, saveDraft } from "@/lib/store/schema-drafts";
import { tellSchema } from "@/lib/sync/schema/tell-schema";
import { z } from "@/lib/zod";

const Draft = z.strictObject({
  version: z.number().int().min(0),
  base_hash: z.string().max(100),
  changes: SchemaChanges,
});
const EDIT = { role: "operator", risk: "reversible", body_limit: 26_214_400 } as const;

export const GET = route<{ id: string }>(
  { role: "viewer", risk: "read" },
  async (_request, { id }, { actor }) => Response.json(await readDraft(id, actor.id)),
);

export const PUT = route<{ id: string }>(EDIT, async (request, { id }, { actor }) => {
  const saved = await saveDraft(id, actor.id, Draft.parse(await request.json()));
  await tellSchema(id);
  return saved;
});
