import { route } from "@/lib/auth/route";
import { deleteChannel } from "@/lib/sync/alerts/manage-channels";
import { z } from "@/lib/zod";

const Version = z.strictObject({ version: z.number().int().min(1) });

export const DELETE = route<{ id: string }>(
  { role: "admin", risk: "destructive" },
  async (request, { id }, context) => deleteChannel(id, Version.parse(await request.json()).version, context),
);
