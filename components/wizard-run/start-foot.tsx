"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Pause, Play, RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { RunStepProps } from "@/components/wizard-run/run-step";
import { useFinishDraft } from "@/components/wizard-run/use-finish-draft";
import { type FirstSync, isBlocked, isFirstSyncOver } from "@/lib/model/first-sync";
import { GOOD_VERDICTS, setupVerdict } from "@/lib/model/setup-run";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { useSyncConnection } from "@/lib/queries/connection-acts";
import { useLeavePaused, useStartFirstSync } from "@/lib/queries/first-sync-acts";
import { settingsSaved } from "@/lib/queries/settings-saved";

/** The two ways out of the wizard, start and leave; once it runs, the way to the connection. */
export function StartFoot({
  detail,
  draft,
  sync,
  edits,
  foot,
}: RunStepProps & { detail: ConnectionDetail; sync: FirstSync; edits: number }) {
  const { row } = detail;
  const router = useRouter();
  const { data: saved = null } = useQuery(settingsSaved(row.id));
  const start = useStartFirstSync();
  const leave = useLeavePaused();
  const again = useSyncConnection();
  const finish = useFinishDraft(draft.id, isFirstSyncOver(sync));
  const toConnection = async () => {
    await finish();
    router.push(`/connections/${encodeURIComponent(row.id)}`);
  };
  const target = { id: row.id, name: row.schema, blocked: isBlocked(detail) };
  const busy = start.isPending || leave.isPending;
  const error = start.error ?? leave.error;
  const tested = GOOD_VERDICTS.includes(setupVerdict(detail, saved));
  return (
    <>
      {error && sync.state === "not_started" ? (
        <Note tone="broken" role="alert">
          <b>{start.error ? "The sync was not started." : "It could not be left so."}</b> {messageOf(error)}
        </Note>
      ) : null}
      {foot(
        sync.state === "not_started"
          ? {
              back: "schema",
              words: "Paused: nothing syncs before you start it",
              children: (
                <>
                  <Button
                    look="quiet"
                    pending={busy}
                    onClick={() => leave.mutate(target, { onSuccess: () => void toConnection() })}
                  >
                    <Pause aria-hidden="true" /> Leave it paused
                  </Button>
                  <Button
                    look={edits > 0 ? "secondary" : "primary"}
                    pending={busy}
                    offBecause={tested ? undefined : "The setup tests have to pass first"}
                    onClick={() => start.mutate({ ...target, ask: row.schedule_type === "manual" })}
                  >
                    <Play aria-hidden="true" /> Start the first sync
                  </Button>
                </>
              ),
            }
          : {
              back: null,
              words: isFirstSyncOver(sync) ? "The set-up is done" : "It goes on without this page",
              children: (
                <>
                  {sync.state === "failed" ? (
                    <Button pending={again.isPending} onClick={() => again.mutate(target)}>
                      <RotateCcw aria-hidden="true" /> Sync again
                    </Button>
                  ) : null}
                  <Button look="primary" onClick={() => void toConnection()}>
                    Go to the connection <ArrowRight aria-hidden="true" />
                  </Button>
                </>
              ),
            },
      )}
    </>
  );
}
