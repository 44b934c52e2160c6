import { route } from "@/lib/auth/route";
import { sharedRead } from "@/lib/sync/schema/read-schema-config";

export const POST = route<{ id: string }>({ role: "viewer", risk: "read" }, async (_request, { id }) => {
  const { kept, revision } = await sharedRead(id, "person");
  return { hash: kept.hash, read_at: kept.read_at, changed: revision !== null };
});
