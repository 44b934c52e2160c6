"use client";
import { useQuery } from "@tanstack/react-query";
import { ScanSearch } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { useNow } from "@/components/ui/use-now";
import { captureOf } from "@/lib/model/first-sync";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { duration } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { useCaptureSchema } from "@/lib/queries/first-sync-acts";
import { schemaExists } from "@/lib/queries/schema";

/** The schema appears in Fivetran without an event of ours; each look costs a call. */
const LOOK_MS = 8_000;

/** Has Fivetran capture the schema by a sync that loads nothing, and waits until there is something to choose from. */
export function CaptureSource({ detail }: { detail: ConnectionDetail }) {
  const { row } = detail;
  const capture = captureOf(detail);
  const begin = useCaptureSchema();
  const ask = row.schedule_type === "manual" || capture.state === "failed";
  useQuery({ ...schemaExists(row.id), refetchInterval: capture.state === "running" ? LOOK_MS : false });
  return (
    <Panel title="Tables of the source">
      <PanelBody className="grid gap-3">
        <p className="max-w-[72ch] text-ink-2">
          This source shows its tables only to a sync. Fivetran runs one that captures the schema and then
          waits for you (<span className="mono">blocked_on_capture</span>): no data is loaded before the
          start.
        </p>
        {capture.state === "running" ? <Running since={capture.since} /> : null}
        {capture.state === "failed" ? (
          <Note tone="broken" role="alert">
            <b>The schema could not be captured.</b> {capture.message}
          </Note>
        ) : null}
        {begin.error ? (
          <Note tone="broken" role="alert">
            <b>Not begun.</b> {messageOf(begin.error)}
          </Note>
        ) : null}
        {capture.state === "running" ? null : (
          <div>
            <Button
              look="primary"
              pending={begin.isPending}
              onClick={() => begin.mutate({ id: row.id, name: row.schema, ask })}
            >
              <ScanSearch aria-hidden="true" />{" "}
              {capture.state === "failed" ? "Capture the schema again" : "Capture the schema"}
            </Button>
          </div>
        )}
      </PanelBody>
    </Panel>
  );
}

function Running({ since }: { since: number | null }) {
  const now = useNow(1_000);
  return (
    <div className="grid gap-2">
      <p className="flex justify-between gap-3">
        <span role="status">Fivetran captures the schema. You may close this tab.</span>
        <span className="text-ink-3" aria-hidden="true">
          {since === null ? "" : duration(Math.max(0, now - since))}
        </span>
      </p>
      <Progress label="Schema being captured" done={0} total={null} />
    </div>
  );
}
