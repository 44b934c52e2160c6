"use client";
import { type ReactNode, useMemo } from "react";
import { SettingsFormContext } from "@/components/connector-form/use-settings-form";
import { cx } from "@/components/ui/cx";
import type { RunContext } from "@/components/wizard/run-context";
import { RunStep } from "@/components/wizard/run-step";
import { SetupContext } from "@/components/wizard/setup-context";
import { SetupGuide } from "@/components/wizard/setup-guide";
import { StepBody } from "@/components/wizard/step-body";
import { StepFoot } from "@/components/wizard/step-foot";
import { useSetupKeeping } from "@/components/wizard/use-setup-keeping";
import { useSetupState } from "@/components/wizard/use-setup-state";
import { WizardHead } from "@/components/wizard/wizard-head";
import { WizardNotes } from "@/components/wizard/wizard-notes";
import { WizardRail } from "@/components/wizard/wizard-rail";
import { connectorForm } from "@/lib/model/connector/connector-form";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";
import type { SetupDraft } from "@/lib/model/setup-draft";
import type { AccountSnapshot } from "@/lib/model/snapshot";

/** The wizard over one draft: the rail of its steps, the present one, the guide, the foot. */
export function WizardDesk({
  draft,
  type,
  snapshot,
  onLoad,
  notes,
  run,
}: {
  draft: SetupDraft;
  type: ConnectorTypeDetail;
  snapshot: AccountSnapshot;
  /** Begins again from what the server has. */
  onLoad: () => Promise<void>;
  notes: ReactNode;
  run: (context: RunContext) => ReactNode;
}) {
  const form = useMemo(() => connectorForm(type), [type]);
  const setup = useSetupState({ draft, form, guide: type.link_to_docs, snapshot });
  useSetupKeeping(setup);
  const before = draft.creation.state !== "created";
  return (
    <SetupContext value={setup}>
      <SettingsFormContext value={setup.settings}>
        <div
          data-fill
          className={cx(
            "grid min-w-0 max-sm:grid-cols-[minmax(0,1fr)] max-sm:grid-rows-[auto_1fr_auto] sm:grid-cols-[190px_minmax(0,1fr)]",
            before ? "lg:grid-cols-[208px_minmax(0,1fr)_312px]" : "lg:grid-cols-[208px_minmax(0,1fr)]",
          )}
        >
          <WizardRail />
          <div className="flex min-w-0 flex-col">
            <div
              className={cx(
                "min-w-0 flex-1 gap-6 px-8 pt-5 max-sm:px-4 [&>*]:min-w-0",
                before
                  ? "grid grid-cols-[minmax(0,1fr)] content-start pb-8 [&>*]:max-w-[720px]"
                  : "flex flex-col [--foot-h:53px]",
              )}
            >
              <WizardHead />
              <WizardNotes onLoad={onLoad} />
              {notes}
              {before ? <StepBody /> : <RunStep run={run} />}
            </div>
            {before ? <StepFoot /> : null}
          </div>
          {before ? <SetupGuide /> : null}
        </div>
      </SettingsFormContext>
    </SetupContext>
  );
}
