"use client";
import { useState } from "react";
import { ChangeRow, GapRow, SyncHistoryRow } from "@/components/connection/history-row";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Segmented } from "@/components/ui/segmented";
import { useNow } from "@/components/ui/use-now";
import { historyDays } from "@/lib/model/history";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { dayOf } from "@/lib/model/time";

type Kind = "all" | "syncs" | "changes";

/** What was seen to happen, newest first. Only what this console saw since it runs. */
export function HistoryPanel({ detail }: { detail: ConnectionDetail }) {
  const [kind, setKind] = useState<Kind>("all");
  const now = useNow();
  const days = historyDays(
    kind === "syncs" ? [] : detail.state_changes,
    kind === "changes" ? [] : detail.syncs,
  );
  return (
    <Panel
      title="History"
      sub="newest first, UTC"
      end={
        <Segmented
          label="What to show"
          measure="sm"
          value={kind}
          onChange={setKind}
          options={[
            { value: "all", label: "All" },
            { value: "syncs", label: "Syncs" },
            { value: "changes", label: "Changes" },
          ]}
        />
      }
      foot="Only what this console saw. Times of changes are when they were seen."
    >
      {days.length === 0 ? (
        <PanelBody className="text-ink-3">Nothing was seen yet.</PanelBody>
      ) : (
        days.map(({ day, items }) => (
          <div key={day} className="px-3 pt-3 pb-1 sm:px-4">
            <h3 className="text-ink-3 text-xs">{dayOf(day, now)}</h3>
            <ol>
              {items.map((item) =>
                item.kind === "change" ? (
                  <ChangeRow key={item.key} change={item.change} />
                ) : item.kind === "sync" ? (
                  <SyncHistoryRow key={item.key} sync={item.sync} />
                ) : (
                  <GapRow key={item.key} from={item.at} until={item.until} />
                ),
              )}
            </ol>
          </div>
        ))
      )}
    </Panel>
  );
}
