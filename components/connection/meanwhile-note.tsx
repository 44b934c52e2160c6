import type { Meanwhile } from "@/components/connection/use-save-annotation";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";

const NAMES = { notes: "notes", runbook: "runbook link" } as const;

/** Says who saved meanwhile and what became of it, and offers theirs where both changed the same. */
export function MeanwhileNote({
  meanwhile: { theirs, clashes },
  onTake,
}: {
  meanwhile: Meanwhile;
  onTake: (field: "notes" | "runbook") => void;
}) {
  return (
    <Note tone="delayed" role="alert">
      <p>
        <b>Saved meanwhile by {theirs.saved_by}.</b> Below both are put together; nothing of yours is saved
        yet.
      </p>
      {clashes.map((field) => (
        <div key={field} className="mt-2 grid justify-items-start gap-1">
          <p>Both changed the {NAMES[field]}. Yours stands below, theirs is:</p>
          <p className="wrap-anywhere max-h-32 overflow-y-auto whitespace-pre-line">
            {theirs[field] || "nothing"}
          </p>
          <Button size="sm" onClick={() => onTake(field)}>
            Take their {NAMES[field]}
          </Button>
        </div>
      ))}
    </Note>
  );
}
