"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { serverNow } from "@/components/ui/server-clock";
import { bulkTitle } from "@/lib/model/bulk/bulk-act";
import type { BulkRun } from "@/lib/model/bulk/bulk-job";
import { isOver } from "@/lib/model/job";
import { bulkJobs } from "@/lib/queries/bulk-jobs";
import { notify } from "@/lib/queries/notice";

/** Tells the end of each bulk job since the page was opened, wherever it was started, but of the one that is shown. */
export function useBulkNotices(shown: string | null, onShow: (id: string) => void): void {
  const { data: runs } = useQuery(bulkJobs);
  const [since] = useState(serverNow);
  const told = useRef(new Set<string>());
  const tell = useEffectEvent((run: BulkRun) => {
    if (told.current.has(run.id)) return;
    told.current.add(run.id);
    if (run.id === shown) return;
    notify({
      title: bulkTitle(run.act, run.total ?? 0),
      detail: run.note,
      tone: run.state === "unknown" ? "unknown" : run.state === "failed" ? "failed" : "done",
      action: { label: "Show", run: () => onShow(run.id) },
    });
  });
  useEffect(() => {
    for (const run of runs ?? []) if (isOver(run) && (run.ended_at ?? 0) >= since) tell(run);
  }, [runs, since]);
}
