"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { focusField } from "@/components/connector-form/field-place";
import type { Setup } from "@/components/wizard/setup-context";
import { isBeforeCreation, isLasting, stepsOf } from "@/components/wizard/wizard-steps";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { SETUP_STEPS, type SetupDraft, type SetupStep } from "@/lib/model/setup-draft";

const STEP = parseAsStringLiteral(SETUP_STEPS);
export const STEP_HEAD_ID = "step-head";

/**
 * Which step is shown, by the address. Steps that were come to can be gone back to; once the connection exists those
 * whose choices it can still change, and while it is not known whether it does only the review.
 */
export function useSetupSteps(
  form: ConnectorForm,
  draft: SetupDraft,
): Pick<Setup, "steps" | "step" | "reached" | "go"> {
  const steps = useMemo(() => stepsOf(form), [form]);
  const [asked, setAsked] = useQueryState("step", STEP.withOptions({ history: "push", scroll: false }));
  const [furthest, setFurthest] = useState(draft.step);
  const { state } = draft.creation;
  const placeOf = (step: SetupStep) => SETUP_STEPS.indexOf(step);
  const reached = steps.filter((step) => placeOf(step) <= placeOf(furthest)).at(-1) ?? "destination";
  const step = stepNow({ form, state, steps, asked, reached });

  const target = useRef<string | null>(null);
  const go = useCallback(
    (next: SetupStep, path?: string) => {
      target.current = path ?? null;
      setFurthest((was) => (SETUP_STEPS.indexOf(next) > SETUP_STEPS.indexOf(was) ? next : was));
      void setAsked(next);
      if (path) focusField(path);
    },
    [setAsked],
  );

  const drawn = useRef(step);
  useEffect(() => {
    if (drawn.current === step) return;
    drawn.current = step;
    scrollTo(0, 0);
    const path = target.current;
    target.current = null;
    if (path === null || !focusField(path))
      document.getElementById(STEP_HEAD_ID)?.focus({ preventScroll: true });
  }, [step]);
  return { steps, step, reached, go };
}

function stepNow({
  form,
  state,
  steps,
  asked,
  reached,
}: {
  form: ConnectorForm;
  state: SetupDraft["creation"]["state"];
  steps: readonly SetupStep[];
  asked: SetupStep | null;
  reached: SetupStep;
}): SetupStep {
  const wanted = asked && steps.includes(asked) ? asked : reached;
  const within = SETUP_STEPS.indexOf(wanted) <= SETUP_STEPS.indexOf(reached) ? wanted : reached;
  if (state === "created") return isBeforeCreation(within) && !isLasting(form, within) ? "tests" : within;
  if (state === "sending" || state === "unknown") return "review";
  return isBeforeCreation(within) ? within : "review";
}
