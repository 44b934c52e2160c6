import { route } from "@/lib/auth/route";
import { RowId } from "@/lib/model/row-id";
import { dropTemplate } from "@/lib/store/connection-templates";
import { z } from "@/lib/zod";

const Id = z.object({ id: RowId });

export const DELETE = route<{ id: string }>(
  { role: "operator", risk: "reversible" },
  (_request, params, { actor }) => dropTemplate(Id.parse(params).id, actor),
);
