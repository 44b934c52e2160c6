import { route } from "@/lib/auth/route";
import { store } from "@/lib/store/db";
import { connectionDetail } from "@/lib/sync/connection-detail";
import { watch } from "@/lib/sync/tellings";

/** One connection, as ConnectionDetail; asking counts as watching it for 30 s. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (_request, { id }) => {
  const detail = await connectionDetail(id);
  await watch(await store(), id);
  return detail;
});
