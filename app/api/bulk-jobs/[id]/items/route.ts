import { largeAnswer } from "@/lib/auth/large-answer";
import { route } from "@/lib/auth/route";
import { bulkRun, itemsOf } from "@/lib/store/bulk-jobs";

/** What became of every connection of a bulk job, as BulkItem in its order. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (_request, { id }) => {
  await bulkRun(id);
  return largeAnswer((await itemsOf(id)).map(({ place: _, ...item }) => item));
});
