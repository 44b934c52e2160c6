"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Panel, PanelBody } from "@/components/ui/panel";
import { ConnectionGate } from "@/components/wizard-run/connection-gate";
import type { RunStepProps } from "@/components/wizard-run/run-step";
import type { ConnectionDetail } from "@/lib/model/snapshot";

/** When the connection syncs, as Fivetran has it now; a change is sent at once. `form` draws its form. */
export function ScheduleStep({
  connectionId,
  foot,
  form,
  onDone,
}: Pick<RunStepProps, "connectionId" | "foot"> & {
  form: (detail: ConnectionDetail, onDone: () => void) => ReactNode;
  onDone: () => void;
}) {
  return (
    <>
      <ConnectionGate id={connectionId}>
        {(detail) => (
          <div className="max-w-[560px]">
            <Panel title="Schedule" sub="as Fivetran has it">
              <PanelBody>{form(detail, onDone)}</PanelBody>
            </Panel>
          </div>
        )}
      </ConnectionGate>
      {foot({
        back: null,
        words: "Sent as soon as it is saved",
        children: <Button onClick={onDone}>Go on with the set-up</Button>,
      })}
    </>
  );
}
