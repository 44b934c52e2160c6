"use client";
import { useState } from "react";
import { loadCode } from "@/components/ui/load-code";
import { saveFile } from "@/components/ui/save-file";
import type { BulkRun } from "@/lib/model/bulk/bulk-job";
import { isoTime } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { bulkItems } from "@/lib/queries/bulk-jobs";
import { notify } from "@/lib/queries/notice";

/** Downloads what became of each connection of a bulk job. */
export function useBulkCsv(): { pending: boolean; download: (run: BulkRun) => Promise<void> } {
  const [pending, setPending] = useState(false);
  const download = async (run: BulkRun) => {
    setPending(true);
    try {
      const code = await loadCode("The download", () => import("@/lib/model/bulk/bulk-csv"));
      if (!code) return;
      const name = `bulk-${run.act.kind}-${isoTime(run.created_at).replaceAll(":", "")}.csv`;
      saveFile(code.bulkCsv(run, await bulkItems(run.id)), name);
    } catch (error) {
      notify({ title: "Not downloaded", detail: messageOf(error), tone: "failed" });
    } finally {
      setPending(false);
    }
  };
  return { pending, download };
}
