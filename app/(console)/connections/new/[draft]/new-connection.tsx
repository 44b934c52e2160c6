"use client";
import { useState } from "react";
import { EarlierAttempts } from "@/components/earlier-attempts/earlier-attempts";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { RunContext } from "@/components/wizard/run-context";
import { Wizard } from "@/components/wizard/wizard";
import { firstPathOf, isBeforeCreation } from "@/components/wizard/wizard-steps";

const TestsStep = lazyPiece("The tests", () =>
  import("@/components/wizard-run/tests-step").then((it) => it.TestsStep),
);
const SetupPage = lazyPiece("The settings", () =>
  import("@/components/connection-setup/setup-page").then((it) => it.SetupPage),
);
const SchemaStep = lazyPiece("The schema", () =>
  import("@/components/wizard-run/schema-step").then((it) => it.SchemaStep),
);
const SchemaPage = lazyPiece("The schema editor", () =>
  import("@/components/schema-editor/schema-page").then((it) => it.SchemaPage),
);
const ScheduleStep = lazyPiece("The schedule", () =>
  import("@/components/wizard-run/schedule-step").then((it) => it.ScheduleStep),
);
const ScheduleForm = lazyPiece("The schedule", () =>
  import("@/components/connection/schedule-form").then((it) => it.ScheduleForm),
);
const StartStep = lazyPiece("The start", () =>
  import("@/components/wizard-run/start-step").then((it) => it.StartStep),
);

/** The wizard with the steps of a connection that exists. */
export function NewConnection({ draftId }: { draftId: string }) {
  return (
    <Wizard
      draftId={draftId}
      notes={<EarlierAttempts of={{ draft: draftId }} />}
      run={(context) => <RunSteps {...context} />}
    />
  );
}

function RunSteps({ step, form, ...run }: RunContext) {
  const { draft, connectionId: id, reached, onStep } = run;
  // The setting that a failed test speaks of.
  const [mending, setMending] = useState<string | null>(null);
  switch (step) {
    case "network":
    case "configuration":
    case "authorisation":
      return (
        <SetupPage
          id={id}
          focus={step === "configuration" ? mending : firstPathOf(form, step)}
          wizard={{
            foot: (foot) => run.foot({ back: null, ...foot }),
            onDone: () => {
              setMending(null);
              onStep("tests");
            },
          }}
        />
      );
    case "schedule":
      return (
        <ScheduleStep
          {...run}
          onDone={() => onStep(isBeforeCreation(reached) ? "tests" : reached)}
          form={(detail, onDone) => <ScheduleForm detail={detail} onDone={onDone} />}
        />
      );
    case "start":
      return <StartStep {...run} />;
    case "schema":
      return (
        <SchemaStep
          {...run}
          flow={form.flow}
          editor={<SchemaPage key={id} id={id} setup={{ from: draft.schema_from }} />}
        />
      );
    default:
      return (
        <TestsStep
          {...run}
          form={form}
          onMend={(path) => {
            setMending(path);
            onStep("configuration");
          }}
        />
      );
  }
}
