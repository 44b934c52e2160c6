"use client";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useIssues } from "@/components/connector-form/use-settings-form";
import { Button } from "@/components/ui/button";
import { FormFoot } from "@/components/ui/form-foot";
import { CreateButton } from "@/components/wizard/create-button";
import { useSetup } from "@/components/wizard/setup-context";
import { STEP_TITLES } from "@/components/wizard/step-titles";
import { countOf } from "@/lib/model/names";

/** The way back, what is to be mended, and the way on. */
export function StepFoot() {
  const { draft, settings, saver, steps, step, go, forward, issuesOf } = useSetup();
  const router = useRouter();
  const shown = issuesOf(step, useIssues(settings));
  const at = steps.indexOf(step);
  const before = steps[at - 1];
  const next = steps[at + 1];
  const settled = draft.creation.state === "not_sent" || draft.creation.state === "refused";
  return (
    <FormFoot
      back={
        before === undefined ? (
          <Button onClick={() => router.push("/connections/new")}>
            <ArrowLeft aria-hidden="true" />
            Back
          </Button>
        ) : (
          <Button
            onClick={() => go(before)}
            offBecause={settled ? undefined : "It is not known yet whether the connection was created"}
          >
            <ArrowLeft aria-hidden="true" />
            Back
          </Button>
        )
      }
      words={shown.length > 0 ? `${countOf(shown.length, "field")} to fix` : undefined}
    >
      <Button
        look="quiet"
        onClick={async () => {
          await saver.flush();
          router.push("/connections/new");
        }}
      >
        Save for later
      </Button>
      {step === "review" ? (
        <CreateButton />
      ) : (
        <Button
          look="primary"
          onClick={forward}
          title={next ? `To ${STEP_TITLES[next].toLowerCase()}` : undefined}
        >
          Continue
          <ArrowRight aria-hidden="true" />
        </Button>
      )}
    </FormFoot>
  );
}
