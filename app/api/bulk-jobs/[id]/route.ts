import { route } from "@/lib/auth/route";
import type { BulkReport } from "@/lib/model/bulk/bulk-job";
import { bulkRun, countItems, itemsOf } from "@/lib/store/bulk-jobs";

const MOST_SHOWN = 200;

export const GET = route<{ id: string }>(
  { role: "viewer", risk: "read" },
  async (_request, { id }): Promise<BulkReport> => {
    const run = await bulkRun(id);
    const counts = await countItems(id);
    const troubles = (await itemsOf(id, ["failed", "unknown"], MOST_SHOWN)).map(
      ({ place: _, ...item }) => item,
    );
    return { run, counts, troubles };
  },
);
