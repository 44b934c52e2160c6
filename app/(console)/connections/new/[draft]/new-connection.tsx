"use client";
import { useState } from "react";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { RunContext } from "@/components/wizard/run-context";
import { Wizard } from "@/components/wizard/wizard";

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
const StartStep = lazyPiece("The start", () =>
  import("@/components/wizard-run/start-step").then((it) => it.StartStep),
);

/** The wizard with the steps that follow the creation. */
export function NewConnection({ draftId }: { draftId: string }) {
  return <Wizard draftId={draftId} run={(context) => <RunSteps {...context} />} />;
}

function RunSteps({ step, form, ...run }: RunContext) {
  const { draft, connectionId: id } = run;
  const [mending, setMending] = useState<{ path: string | null } | null>(null);
  // What was pressed is gone with its screen; a field that is to be mended takes the keyboard once it is drawn.
  const mend = (next: { path: string | null } | null) => {
    setMending(next);
    document.querySelector<HTMLElement>("#main h1")?.focus({ preventScroll: true });
    scrollTo(0, 0);
  };
  switch (step) {
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
      return mending ? (
        <SetupPage
          id={id}
          focus={mending.path}
          wizard={{ foot: (foot) => run.foot({ back: null, ...foot }), onDone: () => mend(null) }}
        />
      ) : (
        <TestsStep {...run} form={form} onMend={(path) => mend({ path })} />
      );
  }
}
