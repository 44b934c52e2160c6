"use client";
import { useState } from "react";
import { ScheduleForm } from "@/components/connection/schedule-form";
import { DailyTimeNote } from "@/components/sync-status/daily-time-note";
import { Button } from "@/components/ui/button";
import { Panel, PanelBody } from "@/components/ui/panel";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { everyMinutes } from "@/lib/model/time";

/** When it syncs; the form opens on the values of that moment and keeps what is typed until it is saved or left. */
export function SchedulePanel({ detail }: { detail: ConnectionDetail }) {
  const [editing, setEditing] = useState(false);
  const { row, group } = detail;
  return (
    <Panel
      title="Schedule"
      end={
        editing ? null : (
          <Button size="sm" onClick={() => setEditing(true)}>
            Change
          </Button>
        )
      }
    >
      <PanelBody>
        {editing ? (
          <ScheduleForm detail={detail} onDone={() => setEditing(false)} />
        ) : (
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            <dt className="text-ink-3">Started</dt>
            <dd className="text-right font-medium">
              {row.schedule_type === "manual" ? "only when asked" : "by Fivetran"}
            </dd>
            <dt className="text-ink-3">Frequency</dt>
            <dd className="text-right font-medium">
              {everyMinutes(row.sync_frequency)}
              {row.schedule_type === "manual" ? <small className="text-ink-3"> not used</small> : null}
            </dd>
            {row.sync_frequency === 1440 && row.schedule_type !== "manual" ? (
              <>
                <dt className="text-ink-3">Daily time</dt>
                <dd className="text-right font-medium">{row.daily_sync_time ?? "Fivetran’s choice"}</dd>
              </>
            ) : null}
          </dl>
        )}
        {!editing && row.daily_sync_time ? (
          <DailyTimeNote time={row.daily_sync_time} group={group} className="mt-3" />
        ) : null}
      </PanelBody>
    </Panel>
  );
}
