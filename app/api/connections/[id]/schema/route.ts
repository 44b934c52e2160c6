import { route } from "@/lib/auth/route";
import { servedTree } from "@/lib/sync/schema/served-tree";

export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, (request, { id }) =>
  servedTree(id, request.headers.get("if-none-match")),
);
