"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { loadCode } from "@/components/ui/load-code";
import { saveFile } from "@/components/ui/save-file";
import { serverNow } from "@/components/ui/server-clock";
import { isoTime } from "@/lib/model/time";
import type { TimelineQuery } from "@/lib/model/timeline";
import { messageOf } from "@/lib/queries/api-error";
import { wholeTimeline } from "@/lib/queries/connection-history";

/** A file of so many items opens everywhere. */
const MOST = 20_000;

/** Downloads what the filters leave, not only what was scrolled to. */
export function HistoryCsv({
  id,
  query,
  onFailure,
}: {
  id: string;
  query: () => TimelineQuery;
  onFailure: (message: string | null) => void;
}) {
  const [pending, setPending] = useState(false);
  const download = async () => {
    setPending(true);
    onFailure(null);
    try {
      const code = await loadCode("The download", () => import("@/lib/model/timeline-csv"));
      if (!code) return;
      const items = await wholeTimeline(id, query(), MOST);
      saveFile(code.timelineCsv(items), `history-${id}-${isoTime(serverNow()).replaceAll(":", "")}.csv`);
    } catch (error) {
      onFailure(messageOf(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <Button pending={pending} onClick={download}>
      <Download aria-hidden="true" />
      Download CSV
    </Button>
  );
}
