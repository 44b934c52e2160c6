"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { PersonalListEntries } from "@/components/schema-editor/personal-list-entries";
import { PersonalListForm } from "@/components/schema-editor/personal-list-form";
import { PersonalTry } from "@/components/schema-editor/personal-try";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { mergeLists } from "@/lib/model/personal/merge-lists";
import type { PersonalLists, StoredPersonalLists } from "@/lib/model/personal/personal-lists";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { personalLists, savePersonalLists } from "@/lib/queries/personal-lists";

/** What people add to the detectors of personal data and take from them, for the whole account. */
export function PersonalListsDialog({ onClose }: { onClose: () => void }) {
  const { data, error } = useQuery(personalLists);
  if (data) return <Editing initial={data} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Personal data by name"
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {error ? (
        <Note tone="broken" role="alert">
          <b>The lists could not be read.</b> {messageOf(error)}
        </Note>
      ) : (
        <p role="status">Reading the lists</p>
      )}
    </Dialog>
  );
}

function Editing({ initial, onClose }: { initial: StoredPersonalLists; onClose: () => void }) {
  const client = useQueryClient();
  const [base, setBase] = useState(initial);
  const [lists, setLists] = useState<PersonalLists>(() => ({ add: initial.add, ignore: initial.ignore }));
  const [merged, setMerged] = useState(false);
  const save = useMutation({
    mutationFn: () => savePersonalLists(base.version, lists),
    onMutate: () => setMerged(false),
    onSuccess: (saved) => {
      client.setQueryData(personalLists.queryKey, saved);
      onClose();
    },
    onError: async (error) => {
      if (!(error instanceof ApiError) || error.code !== "conflict") return;
      const theirs = await client.fetchQuery({ ...personalLists, staleTime: 0 });
      setLists((mine) => mergeLists(base, mine, theirs));
      setBase(theirs);
      setMerged(true);
    },
  });
  const changed = lists.add !== base.add || lists.ignore !== base.ignore;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Personal data by name"
      width="lg"
      dismissable={!save.isPending}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            pending={save.isPending}
            onClick={() => save.mutate()}
            offBecause={changed ? undefined : "Nothing was changed"}
          >
            Save
          </Button>
        </>
      }
    >
      <p>
        Columns are marked as personal by their names alone; no data is looked at. Add names that your sources
        use, and those that are marked wrongly. The lists hold for everyone and all connections.
      </p>
      <PersonalListForm lists={lists} onChange={setLists} />
      <PersonalListEntries lists={lists} onChange={setLists} />
      <PersonalTry lists={lists} />
      {merged ? (
        <Note tone="delayed" role="alert">
          <b>Not saved yet.</b> Someone else saved these lists meanwhile. What you changed has been put into
          theirs, as shown above. Look through it and save again.
        </Note>
      ) : save.error ? (
        <Note tone="broken" role="alert">
          <b>Not saved.</b> {messageOf(save.error)}
        </Note>
      ) : null}
    </Dialog>
  );
}
