"use client";
import { useRouter } from "next/navigation";
import { useIssues } from "@/components/connector-form/use-settings-form";
import { type RailStep, StepRail } from "@/components/ui/step-rail";
import { type Setup, useSetup } from "@/components/wizard/setup-context";
import { issuesByStep } from "@/components/wizard/setup-findings";
import { stepSummary } from "@/components/wizard/step-summary";
import { STEP_TITLES } from "@/components/wizard/step-titles";
import { isBeforeCreation, isLasting } from "@/components/wizard/wizard-steps";
import { SETUP_STEPS, type SetupStep } from "@/lib/model/setup-draft";

const CATALOGUE = "/connections/new";

/** The steps, with what was chosen at each; those that were come to can be gone back to. */
export function WizardRail() {
  const setup = useSetup();
  const { draft, form, settings, steps, go } = setup;
  const router = useRouter();
  const created = draft.creation.state === "created";
  useIssues(settings);
  const issues = issuesByStep(form, settings.findings());
  return (
    <div className="border-line border-b px-4 py-2 sm:border-r sm:border-b-0 sm:py-5 sm:pr-3 sm:pl-gutter">
      <div className="sm:sticky sm:top-[calc(var(--topbar-h)+20px)]">
        <StepRail
          label="Steps"
          steps={[
            {
              id: "type",
              title: "Connector",
              summary: form.name,
              state: "done",
              current: false,
              href: created ? undefined : CATALOGUE,
            },
            ...steps.map((step) => railStep(setup, step, issues.get(step)?.length ?? 0)),
          ]}
          onGo={(id) => (id === "type" ? router.push(CATALOGUE) : go(id as SetupStep))}
        />
      </div>
    </div>
  );
}

function railStep(setup: Setup, id: SetupStep, issues: number): RailStep {
  const { draft, form, step, reached } = setup;
  const place = (one: SetupStep) => SETUP_STEPS.indexOf(one);
  const current = id === step;
  const created = draft.creation.state === "created";
  const been = place(id) <= place(reached);
  const past = created && isBeforeCreation(id);
  const shown = current ? setup.issuesOf(id, setup.settings.issues.all()).length : issues;
  const wrong = been && !created && isBeforeCreation(id) && shown > 0;
  const open = been && !current && (created ? !past || isLasting(form, id) : isBeforeCreation(id));
  const done =
    past ||
    (been && !current && !wrong && place(id) < place(created && !isBeforeCreation(step) ? step : reached));
  return {
    id,
    title: STEP_TITLES[id],
    summary: been ? stepSummary(setup, id, shown) : undefined,
    state: wrong ? "error" : done || (been && !current && !created) ? "done" : "open",
    current,
    href: open ? `?step=${id}` : undefined,
  };
}
