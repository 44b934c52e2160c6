"use client";
import { labelAt } from "@/components/connector-form/settings-errors";
import { Note } from "@/components/ui/note";
import { CreateOutcome } from "@/components/wizard/create-outcome";
import { RequestView } from "@/components/wizard/request-view";
import { ReviewFacts } from "@/components/wizard/review-facts";
import { useSetup } from "@/components/wizard/setup-context";
import { choiceLabel, issuesByStep } from "@/components/wizard/setup-findings";
import { STEP_TITLES } from "@/components/wizard/step-titles";
import { countOf } from "@/lib/model/names";

/** The whole request before it is sent: what is missing, what is for good, and what happens then. */
export function ReviewStep() {
  const { form, settings, choices, steps, go } = useSetup();
  const findings = settings.findings();
  const byStep = issuesByStep(form, findings);
  const byCard = choices.authorise_by === "connect_card";
  return (
    <>
      <CreateOutcome />
      {findings.length > 0 ? (
        <Note tone="delayed" role="status">
          <b>{countOf(findings.length, "field")} to fill in or fix before it can be created.</b>
          <ul className="mt-1 grid gap-0.5">
            {steps.map((step) => {
              const issues = byStep.get(step);
              return issues ? (
                <li key={step}>
                  {STEP_TITLES[step]}:{" "}
                  {issues.map(({ path }, at) => (
                    <span key={path}>
                      {at > 0 ? ", " : ""}
                      <button type="button" className="link" onClick={() => go(step, path)}>
                        {choiceLabel(path) ?? labelAt(form, path)}
                      </button>
                    </span>
                  ))}
                </li>
              ) : null;
            })}
          </ul>
        </Note>
      ) : null}
      <ReviewFacts />
      <section aria-label="What happens next" className="grid gap-2">
        <h2 className="border-line border-b pb-2 font-semibold">What happens next</h2>
        <ol className="grid list-decimal gap-1.5 pl-5 text-ink-2">
          <li>Fivetran creates the connection, paused. No data moves.</li>
          <li>
            {byCard
              ? "A connect card is made for whoever signs in; then the setup tests run."
              : "The setup tests run, and a host key or certificate that is not known yet is shown to you."}
          </li>
          <li>You choose what syncs and what is hashed, and only then start it.</li>
        </ol>
        <p className="text-ink-3 text-xs">
          Permanent from here on: the name, the destination and the connector type
          {permanent(form.names.length)}. To leave half-way leaves a paused connection.
        </p>
      </section>
      <RequestView />
    </>
  );
}

function permanent(names: number): string {
  return names > 1 ? ", with every part of the name" : "";
}
