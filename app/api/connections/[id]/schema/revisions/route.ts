import { route } from "@/lib/auth/route";
import { listRevisions } from "@/lib/sync/schema/revisions";

export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, (_request, { id }) =>
  listRevisions(id),
);
