import { route } from "@/lib/auth/route";
import { ObjectivesBody } from "@/lib/model/objective/objectives-body";
import { saveObjectives, storedObjectives } from "@/lib/sync/objectives/stored-objectives";

/** The freshness objectives as StoredObjectives, in the order in which they are tried. */
export const GET = route({ role: "viewer", risk: "read" }, () => storedObjectives());

export const PUT = route({ role: "operator", risk: "reversible" }, async (request, _, { actor }) => {
  const { version, objectives } = ObjectivesBody.parse(await request.json());
  return saveObjectives(version, objectives, actor.id);
});
