import { route } from "@/lib/auth/route";
import { RowId } from "@/lib/model/row-id";
import { forgetEarlierAttempt } from "@/lib/store/earlier-attempts";
import { z } from "@/lib/zod";

const Id = z.object({ id: RowId });

export const DELETE = route<{ id: string }>({ role: "operator", risk: "reversible" }, (_request, params) =>
  forgetEarlierAttempt(Id.parse(params).id),
);
