"use client";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { FormFoot } from "@/components/ui/form-foot";
import type { RunContext } from "@/components/wizard/run-context";
import { useSetup } from "@/components/wizard/setup-context";

/** A step of a connection that exists, drawn by what the page hands in. */
export function RunStep({ run }: { run: (context: RunContext) => ReactNode }) {
  const { draft, form, step, reached, go } = useSetup();
  if (draft.creation.state !== "created") return null;
  const id = draft.creation.connection_id;
  return run({
    step,
    reached,
    draft,
    connectionId: id,
    form,
    onStep: go,
    foot: ({ back, words, children }) => (
      <div className="sticky bottom-tabbar z-10 -mx-8 mt-auto max-sm:-mx-4">
        <FormFoot
          back={
            back === null ? null : (
              <Button onClick={() => go(back)}>
                <ArrowLeft aria-hidden="true" />
                Back
              </Button>
            )
          }
          words={words}
        >
          {children}
        </FormFoot>
      </div>
    ),
  });
}
