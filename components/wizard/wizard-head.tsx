"use client";
import { useSyncExternalStore } from "react";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { useSetup } from "@/components/wizard/setup-context";
import { STEP_HEAD_ID } from "@/components/wizard/use-setup-steps";
import { isBeforeCreation } from "@/components/wizard/wizard-steps";
import type { SetupStep } from "@/lib/model/setup-draft";
import { clockTime } from "@/lib/model/time";

const TITLES: Record<SetupStep, (name: string) => string> = {
  destination: (name) => `Where ${name} goes`,
  names: () => "Name the connection",
  network: (name) => `Reach ${name}`,
  configuration: (name) => `Configure ${name}`,
  authorisation: (name) => `Sign in to ${name}`,
  schedule: () => "When it syncs",
  review: () => "Review and create",
  tests: (name) => `Test ${name}`,
  schema: () => "Choose what syncs",
  start: () => "Start the first sync",
};

/** What the step is about, and that nothing is lost. */
export function WizardHead() {
  const { draft, form, step, saver } = useSetup();
  const saving = useSyncExternalStore(saver.subscribe, saver.getSaving, saver.getSaving);
  const kept =
    saving.state === "saved"
      ? `Draft saved ${clockTime(saving.at ?? draft.saved_at)} UTC, without secrets.`
      : saving.state === "saving"
        ? "Saving the draft."
        : "The draft is not saved.";
  return (
    <div className="flex items-center gap-3">
      <ServiceMark service={form.name} size="lg" />
      <div className="min-w-0">
        <h1 id={STEP_HEAD_ID} tabIndex={-1} className="wrap-anywhere font-semibold text-xl outline-none">
          {TITLES[step](form.name)}
        </h1>
        <p className="text-ink-3">
          {draft.creation.state === "created" ? (
            "Created paused: nothing syncs before you start it."
          ) : (
            <>
              <span role="status">{kept}</span>
              {isBeforeCreation(step) ? " Created paused; nothing syncs before the last step." : ""}
            </>
          )}
        </p>
      </div>
    </div>
  );
}
