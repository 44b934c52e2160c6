"use client";
import { ConnectionGate } from "@/components/wizard-run/connection-gate";
import { FirstSyncPanel } from "@/components/wizard-run/first-sync-panel";
import type { RunStepProps } from "@/components/wizard-run/run-step";
import { StartFoot } from "@/components/wizard-run/start-foot";
import { StartSummary } from "@/components/wizard-run/start-summary";
import { useSchemaSummary } from "@/components/wizard-run/use-schema-summary";
import { firstSyncOf } from "@/lib/model/first-sync";
import type { ConnectionDetail } from "@/lib/model/snapshot";

/** What will happen, the start of the first sync, and that sync watched to its end. */
export function StartStep(props: RunStepProps) {
  return (
    <ConnectionGate id={props.connectionId}>
      {(detail) => <Start {...props} detail={detail} />}
    </ConnectionGate>
  );
}

function Start({ detail, ...props }: RunStepProps & { detail: ConnectionDetail }) {
  const schema = useSchemaSummary(detail.row.id);
  const sync = firstSyncOf(detail);
  return (
    <>
      <div className="grid gap-4">
        {sync.state === "not_started" ? null : <FirstSyncPanel sync={sync} detail={detail} />}
        <StartSummary detail={detail} schema={schema} onStep={props.onStep} />
      </div>
      <StartFoot {...props} detail={detail} sync={sync} edits={schema.edits} />
    </>
  );
}
