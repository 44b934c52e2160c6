"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import type { RunStepProps } from "@/components/wizard-run/run-step";
import type { SchemaSummary } from "@/components/wizard-run/use-schema-summary";
import { countOf, figure } from "@/lib/model/names";
import type { SetupStep } from "@/lib/model/setup-draft";
import { type SetupVerdict, setupVerdict } from "@/lib/model/setup-run";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { everyMinutes } from "@/lib/model/time";
import { settingsSaved } from "@/lib/queries/settings-saved";

const TESTS: Record<SetupVerdict, string> = {
  not_run: "not run from here",
  running: "running now",
  not_known: "how they ended is not known",
  approve: "a key waits for approval",
  failed: "failed",
  stale: "older than the settings",
  refused: "passed, but Fivetran does not call it set up",
  warnings: "passed, with warnings",
  passed: "passed",
};

/** Everything that was chosen, in a few lines, with the way to each. */
export function StartSummary({
  detail,
  schema,
  onStep,
}: Pick<RunStepProps, "onStep"> & { detail: ConnectionDetail; schema: SchemaSummary }) {
  const { data: saved = null } = useQuery(settingsSaved(detail.row.id));
  const { row } = detail;
  const { totals, edits } = schema;
  return (
    <>
      {edits > 0 ? (
        <Note tone="broken" role="status">
          <b>
            {countOf(edits, "change")} of the schema {edits === 1 ? "is" : "are"} not applied.
          </b>{" "}
          What you chose there has not been sent: a sync that starts now loads what Fivetran has, columns to
          be hashed in the clear.{" "}
          <Button size="sm" onClick={() => onStep("schema")}>
            Review and apply
          </Button>
        </Note>
      ) : null}
      <Panel title="What will happen">
        <PanelBody>
          <dl className="grid gap-y-2.5 sm:grid-cols-[140px_minmax(0,1fr)_auto] sm:gap-x-4">
            <Line name="Connection">
              <span className="mono wrap-anywhere font-medium">{row.schema}</span> to{" "}
              <span className="mono wrap-anywhere">{detail.group.name}</span>
            </Line>
            <Line name="Setup tests" step="tests" onStep={onStep}>
              {TESTS[setupVerdict(detail, saved)]}
            </Line>
            <Line name="Tables" step="schema" onStep={onStep}>
              {totals
                ? `${figure(totals.tables_on)} of ${countOf(totals.tables, "table")} synced`
                : "not chosen: all that the source has"}
            </Line>
            <Line name="Hashed" step="schema" onStep={onStep}>
              {totals ? countOf(totals.hashed, "column") : "nothing"}
            </Line>
            <Line name="Schedule" step="schedule" onStep={onStep}>
              {row.schedule_type === "manual"
                ? "only when asked; the first sync is asked for by the start"
                : `every ${everyMinutes(row.sync_frequency)}${
                    row.sync_frequency === 1440 && row.daily_sync_time ? `, at ${row.daily_sync_time}` : ""
                  }`}
            </Line>
          </dl>
        </PanelBody>
      </Panel>
    </>
  );
}

function Line({
  name,
  step,
  onStep,
  children,
}: {
  name: string;
  step?: SetupStep;
  onStep?: (step: SetupStep) => void;
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 sm:contents">
      <dt className="text-ink-3 text-xs max-sm:col-span-full sm:text-sm">{name}</dt>
      <dd className="min-w-0">{children}</dd>
      <dd>
        {step && onStep ? (
          <button
            type="button"
            aria-label={`Change: ${name}`}
            onClick={() => onStep(step)}
            className="link rounded-1 text-xs"
          >
            Change
          </button>
        ) : null}
      </dd>
    </div>
  );
}
