import { route } from "@/lib/auth/route";
import { listSetupDrafts } from "@/lib/store/setup-drafts";
import { beginDraft } from "@/lib/sync/setup/begin-draft";
import { z } from "@/lib/zod";

const id = z.string().min(1).max(200);
const group_id = id.optional();
const Beginning = z.union([
  z.strictObject({ service: id, group_id }),
  z.strictObject({ connection_id: id, group_id }),
  z.strictObject({ template_id: z.number().int().min(1), group_id }),
]);

export const GET = route({ role: "viewer", risk: "read" }, (_request, _params, { actor }) =>
  listSetupDrafts(actor.id),
);

export const POST = route({ role: "operator", risk: "reversible" }, async (request, _params, { actor }) =>
  Response.json(await beginDraft(Beginning.parse(await request.json()), actor.id), { status: 201 }),
);
