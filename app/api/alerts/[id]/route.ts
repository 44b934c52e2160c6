import { route } from "@/lib/auth/route";
import { AppError } from "@/lib/errors";
import { alertStory } from "@/lib/store/alerts";
import { changeAlert } from "@/lib/sync/alerts/change-alert";
import { z } from "@/lib/zod";

type Params = { id: string };

const Change = z.union([
  z.strictObject({ acknowledged: z.literal(true) }),
  z.strictObject({ muted_until: z.number().int().nullable() }),
]);

/** What happened to an alert, as AlertStory. */
export const GET = route<Params>({ role: "viewer", risk: "read" }, async (_request, { id }) => {
  const story = await alertStory(id);
  if (!story) throw new AppError("not_found", "There is no such alert, or it is no longer kept.");
  return story;
});

export const PATCH = route<Params>(
  { role: "operator", risk: "reversible" },
  async (request, { id }, context) => changeAlert(id, Change.parse(await request.json()), context),
);
