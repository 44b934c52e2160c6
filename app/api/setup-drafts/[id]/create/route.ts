import { route } from "@/lib/auth/route";
import { rowOf } from "@/lib/contract/table";
import { createFromDraft } from "@/lib/sync/setup/create-connection";
import { z } from "@/lib/zod";

const Ask = z.strictObject({ request: z.unknown(), again: z.boolean().default(false) });
const { role } = rowOf("create_connection");

export const POST = route<{ id: string }>({ role, risk: "reversible" }, async (request, { id }, context) =>
  createFromDraft(id, Ask.parse(await request.json()), context),
);
