import { route } from "@/lib/auth/route";
import { forgetEarlierAttempt } from "@/lib/store/earlier-attempts";
import { z } from "@/lib/zod";

const Id = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) });

export const DELETE = route<{ id: string }>({ role: "operator", risk: "reversible" }, (_request, params) =>
  forgetEarlierAttempt(Id.parse(params).id),
);
