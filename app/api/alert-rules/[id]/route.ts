import { route } from "@/lib/auth/route";
import { deleteRule } from "@/lib/sync/alerts/manage-rules";
import { z } from "@/lib/zod";

const Version = z.strictObject({ version: z.number().int().min(1) });

export const DELETE = route<{ id: string }>(
  { role: "operator", risk: "reversible" },
  async (request, { id }, context) => deleteRule(id, Version.parse(await request.json()).version, context),
);
