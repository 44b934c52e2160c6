"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { countOf, figure } from "@/lib/model/names";

/** Asks what to do about tables whose columns are not all known, before an edit of columns. */
export function UnloadedDialog({
  verb,
  known,
  unloaded,
  readable,
  onLoad,
  onGoOn,
  onClose,
}: {
  /** "Hash" */
  verb: string;
  /** How many columns are known and would be edited. */
  known: number;
  /** How many tables they are. */
  unloaded: number;
  /** Places of those that can be read. */
  readable: readonly number[];
  onLoad: (tables: readonly number[]) => void;
  onGoOn: () => void;
  onClose: () => void;
}) {
  const one = unloaded === 1;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${countOf(unloaded, "table")} of the selection ${one ? "is" : "are"} not loaded`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {known > 0 ? (
            <Button
              onClick={() => {
                onGoOn();
                onClose();
              }}
            >
              {verb} the {figure(known)} known
            </Button>
          ) : null}
          {readable.length > 0 ? (
            <Button
              look="primary"
              onClick={() => {
                onLoad(readable);
                onClose();
              }}
            >
              {one ? "Load its columns first" : "Load their columns first"}
            </Button>
          ) : null}
        </>
      }
    >
      <p>
        {one
          ? "Which columns it has is not known before they are read from the source."
          : "Which columns they have is not known before they are read from the source, table by table."}{" "}
        Nothing is guessed about them.
        {readable.length > 0 ? " Loading goes on in the background; the selection stays." : ""}
      </p>
      {readable.length < unloaded ? (
        <p>
          {one ? "It" : `${countOf(unloaded - readable.length, "table")} of them`} cannot be read: gone from
          the source, or of a name that Fivetran's API has no address for.
        </p>
      ) : null}
    </Dialog>
  );
}
