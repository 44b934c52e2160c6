import { route } from "@/lib/auth/route";
import { listTemplates } from "@/lib/store/connection-templates";
import { saveTemplate } from "@/lib/sync/setup/save-template";
import { z } from "@/lib/zod";

const id = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(100);
const Template = z
  .strictObject({ name, draft_id: id.optional(), connection_id: id.optional() })
  .refine(
    ({ draft_id, connection_id }) => (draft_id === undefined) !== (connection_id === undefined),
    "name either a draft or a connection",
  );

export const GET = route({ role: "viewer", risk: "read" }, () => listTemplates());

export const POST = route({ role: "operator", risk: "reversible" }, async (request, _params, { actor }) =>
  Response.json(await saveTemplate(Template.parse(await request.json()), actor.id), { status: 201 }),
);
