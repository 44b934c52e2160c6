"use client";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Wizard } from "@/components/wizard/wizard";
import { fieldOfMessage } from "@/lib/model/connector/field-of-message";

const TestsStep = lazyPiece("The tests", () =>
  import("@/components/wizard-run/tests-step").then((it) => it.TestsStep),
);
const SchemaStep = lazyPiece("The schema", () =>
  import("@/components/wizard-run/schema-step").then((it) => it.SchemaStep),
);
const SchemaPage = lazyPiece("The schema editor", () =>
  import("@/components/schema-editor/schema-page").then((it) => it.SchemaPage),
);
const StartStep = lazyPiece("The start", () =>
  import("@/components/wizard-run/start-step").then((it) => it.StartStep),
);

/** The wizard with the steps that follow the creation. */
export function NewConnection({ draftId }: { draftId: string }) {
  return (
    <Wizard
      draftId={draftId}
      run={({ step, form, ...run }) =>
        step === "start" ? (
          <StartStep {...run} />
        ) : step === "schema" ? (
          <SchemaStep
            {...run}
            flow={form.flow}
            editor={<SchemaPage key={run.connectionId} id={run.connectionId} />}
          />
        ) : (
          <TestsStep {...run} fieldOf={({ title, message }) => fieldOfMessage(form, `${title} ${message}`)} />
        )
      }
    />
  );
}
