import { Note } from "@/components/ui/note";

/** Says above a form that somebody else saved or deleted what is open in it. */
export function MeanwhileNote({ noun, deleted }: { noun: string; deleted: boolean }) {
  return (
    <Note tone="delayed" role="alert">
      <b>
        Someone else {deleted ? "deleted" : "changed"} this {noun} meanwhile.
      </b>{" "}
      What you typed is kept here; saving puts it in the place of theirs.
    </Note>
  );
}
