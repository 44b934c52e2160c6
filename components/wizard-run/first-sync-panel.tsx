"use client";
import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { Time } from "@/components/ui/time";
import { useNow } from "@/components/ui/use-now";
import type { FirstSync } from "@/lib/model/first-sync";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { duration } from "@/lib/model/time";

/** The first sync as it goes, to its end. */
export function FirstSyncPanel({
  sync,
  detail,
}: {
  sync: Exclude<FirstSync, { state: "not_started" }>;
  detail: ConnectionDetail;
}) {
  return (
    <Panel
      title="First sync"
      sub={
        <>
          read <Time at={detail.read_at} every={1_000} />
        </>
      }
    >
      <PanelBody>
        <div aria-live="polite">
          <Words sync={sync} />
        </div>
      </PanelBody>
    </Panel>
  );
}

function Words({ sync }: { sync: Exclude<FirstSync, { state: "not_started" }> }): ReactNode {
  switch (sync.state) {
    case "waiting":
      return (
        <Going words="Fivetran has been asked. The sync begins as soon as it has room, within minutes at most." />
      );
    case "running":
      return (
        <Going
          words="Fivetran reads everything from its beginning. You may close this tab."
          since={sync.since}
        />
      );
    case "rescheduled":
      return (
        <Note tone="delayed">
          <b>Fivetran has put the sync off</b> until the source has room again
          {sync.until === null ? "" : ", which it expects "}
          {sync.until === null ? null : <Time at={sync.until} form="absolute" />}.
        </Note>
      );
    case "succeeded":
      return (
        <Note tone="healthy" role="status">
          <b>The first sync succeeded</b> at <Time at={sync.at} form="absolute" />
          {sync.took === null ? "" : `, after ${duration(sync.took)}`}. From now on it runs by its schedule.
        </Note>
      );
    case "failed":
      return (
        <Note tone="broken" role="alert">
          <b>The first sync failed</b>
          {sync.at === null ? "" : " at "}
          {sync.at === null ? null : <Time at={sync.at} form="absolute" />}. {sync.message} Fivetran tries
          again by the schedule; mend the cause meanwhile.
        </Note>
      );
  }
}

function Going({ words, since = null }: { words: string; since?: number | null }) {
  const now = useNow(1_000);
  return (
    <div className="grid gap-2">
      <p className="flex justify-between gap-3">
        <span>{words}</span>
        <span className="text-ink-3" aria-hidden="true">
          {since === null ? "" : duration(Math.max(0, now - since))}
        </span>
      </p>
      <Progress label="First sync running" done={0} total={null} />
    </div>
  );
}
