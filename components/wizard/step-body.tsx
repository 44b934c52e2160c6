"use client";
import type { ComponentType, FormEvent } from "react";
import { SettingsErrors } from "@/components/connector-form/settings-errors";
import { useIssues } from "@/components/connector-form/use-settings-form";
import { AuthorisationStep } from "@/components/wizard/authorisation-step";
import { ConfigurationStep } from "@/components/wizard/configuration-step";
import { DestinationStep } from "@/components/wizard/destination-step";
import { NamesStep } from "@/components/wizard/names-step";
import { NetworkStep } from "@/components/wizard/network-step";
import { ReviewStep } from "@/components/wizard/review-step";
import { ScheduleStep } from "@/components/wizard/schedule-step";
import { useSetup } from "@/components/wizard/setup-context";
import { choiceLabel } from "@/components/wizard/setup-findings";
import type { SetupStep } from "@/lib/model/setup-draft";

const BODIES: Partial<Record<SetupStep, ComponentType>> = {
  destination: DestinationStep,
  names: NamesStep,
  network: NetworkStep,
  configuration: ConfigurationStep,
  authorisation: AuthorisationStep,
  schedule: ScheduleStep,
  review: ReviewStep,
};

/** The step that is shown; Enter in a field goes on as the button does. */
export function StepBody() {
  const { form, settings, step, tried, forward, issuesOf } = useSetup();
  const shown = issuesOf(step, useIssues(settings));
  const Body = BODIES[step];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (step !== "review") forward();
  };
  return (
    <form
      method="post"
      noValidate
      autoComplete="off"
      onSubmit={submit}
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
    >
      {step === "review" || !tried ? null : (
        <SettingsErrors form={form} issues={shown} labelOf={choiceLabel} />
      )}
      {Body ? <Body key={step} /> : null}
      {/* Enter in a text field submits a form only where it has such a button. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden="true">
        Continue
      </button>
    </form>
  );
}
