"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { loadCode } from "@/components/ui/load-code";
import { saveFile } from "@/components/ui/save-file";
import { serverNow } from "@/components/ui/server-clock";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import type { ListOrder } from "@/lib/model/connection-list";
import { isoTime } from "@/lib/model/time";

/** Downloads the rows of the list, filter and order as shown, closed groups included. */
export function CsvButton({ index, order }: { index: ConnectionIndex; order: ListOrder }) {
  const [pending, setPending] = useState(false);
  const download = async () => {
    setPending(true);
    try {
      const code = await loadCode("The download", () => import("@/lib/model/connection-csv"));
      if (!code) return;
      const rows = order.groups.flatMap((group) =>
        group.ids.flatMap((id) => index.rows[index.position.get(id) ?? -1] ?? []),
      );
      saveFile(
        code.connectionsCsv(index, rows),
        `connections-${isoTime(serverNow()).replaceAll(":", "")}.csv`,
      );
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      pending={pending}
      onClick={download}
      {...(order.size === 0 ? { offBecause: "There are no rows to download" } : {})}
    >
      <Download aria-hidden="true" />
      Download CSV
    </Button>
  );
}
