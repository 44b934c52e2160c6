import { route } from "@/lib/auth/route";
import { dropTemplate } from "@/lib/store/connection-templates";
import { z } from "@/lib/zod";

const Id = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

export const DELETE = route<{ id: string }>(
  { role: "operator", risk: "reversible" },
  (_request, params, { actor }) => dropTemplate(Id.parse(params).id, actor),
);
