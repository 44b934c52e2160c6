"use client";
import { useId, useState } from "react";
import { JobView } from "@/components/jobs/job-view";
import { ConfirmFields, isConfirmed, type TypedWords } from "@/components/schema-editor/confirm-fields";
import { EXCLUDE_MODE_WORDS, type ExcludeMode } from "@/components/schema-editor/exclude-modes";
import { ReloadOutcome } from "@/components/schema-editor/reload-outcome";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { isOver } from "@/lib/model/job";
import type { Confirmation, ReloadResult } from "@/lib/model/schema/schema-answers";
import { messageOf } from "@/lib/queries/api-error";
import { useSchemaJob } from "@/lib/queries/use-schema-job";

/** Fivetran looks at the source again: which way, how far it is, and what it found. */
export function ReloadDialog({
  connectionId,
  edits,
  onClose,
}: {
  connectionId: string;
  /** How many edits the draft holds. */
  edits: number;
  onClose: () => void;
}) {
  const [mode, setMode] = useState<ExcludeMode>("PRESERVE");
  const [typed, setTyped] = useState<TypedWords>({});
  const { job, starting, error, start, cancel } = useSchemaJob<ReloadResult>(connectionId);
  const confirmed: Confirmation[] = mode === "EXCLUDE" ? ["exclude"] : [];
  const over = job !== null && isOver(job);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Reload from source"
      dismissable={!starting}
      actions={
        job ? (
          <>
            {over ? null : (
              <Button pending={job.cancel_asked} onClick={cancel}>
                {job.cancel_asked ? "Stopping" : "Cancel the reload"}
              </Button>
            )}
            <Button look="primary" onClick={onClose}>
              {over ? "Done" : "Leave it running"}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              look="primary"
              pending={starting}
              onClick={() => start({ kind: "reload_schema", exclude_mode: mode, confirmed })}
              {...(isConfirmed(confirmed, typed) ? {} : { offBecause: "Type the word first" })}
            >
              Reload
            </Button>
          </>
        )
      }
    >
      {job ? (
        <>
          <JobView job={job} label="Reload" />
          {over && job.result ? <ReloadOutcome result={job.result} /> : null}
        </>
      ) : (
        <>
          <p>
            Fivetran reads the source's schemas and tables again. That can take minutes and counts against the
            quota for reads of the source. Nothing is loaded by it.
          </p>
          <Modes mode={mode} onMode={setMode} />
          {mode === "INCLUDE" ? (
            <Note tone="delayed">Every table that is turned on newly is read from its beginning.</Note>
          ) : null}
          {edits > 0 ? <Note>Your draft stays; it is put over what the reload finds.</Note> : null}
          <ConfirmFields asked={confirmed} counts={null} typed={typed} onTyped={setTyped} />
          {error ? (
            <Note tone="broken" role="alert">
              <b>Not reloaded.</b> {messageOf(error)}
            </Note>
          ) : null}
        </>
      )}
    </Dialog>
  );
}

function Modes({ mode, onMode }: { mode: ExcludeMode; onMode: (mode: ExcludeMode) => void }) {
  const group = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-ink">What becomes of the tables</legend>
      {EXCLUDE_MODE_WORDS.map(({ mode: value, name, means }) => (
        <label
          key={value}
          className="has-focus-visible:outline-(length:--focus-width) flex cursor-pointer gap-2.5 rounded-2 border border-line-strong px-3 py-2 hover:bg-hover has-checked:border-accent-line has-checked:bg-accent-soft has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={group}
            checked={mode === value}
            onChange={() => onMode(value)}
            className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
          />
          <span className="grid">
            <span className="font-medium text-ink">{name}</span>
            <span className="text-ink-2 text-xs">{means}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
