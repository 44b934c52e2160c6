"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { countOf, figure } from "@/lib/model/names";

/** Asks what to do about tables whose columns are not all known, before an edit of columns. */
export function UnloadedDialog({
  verb,
  known,
  tables,
  onLoad,
  onGoOn,
  onClose,
}: {
  /** "Hash" */
  verb: string;
  /** How many columns are known and would be edited. */
  known: number;
  /** Places of the tables. */
  tables: readonly number[];
  onLoad: (tables: readonly number[]) => void;
  onGoOn: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${countOf(tables.length, "table")} of the selection ${tables.length === 1 ? "is" : "are"} not loaded`}
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
          <Button
            look="primary"
            onClick={() => {
              onLoad(tables);
              onClose();
            }}
          >
            Load their columns first
          </Button>
        </>
      }
    >
      <p>
        Which columns they have is not known before they are read from the source, table by table. Nothing is
        guessed about them. Loading goes on in the background; the selection stays.
      </p>
    </Dialog>
  );
}
