"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { countOf } from "@/lib/model/names";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { DraftSaving } from "@/lib/queries/draft-saver";
import { notify } from "@/lib/queries/notice";
import { saveSchemaDraft, schemaDraft } from "@/lib/queries/schema-draft";
import { schemaDraftSaver } from "@/lib/queries/schema-draft-saver";
import { useDraftKeeping } from "@/lib/queries/use-draft-keeping";

/** Keeps the draft on the server and takes in what other tabs save. The browser asks before leaving what is unsaved. */
export function useDraftSaving(
  connectionId: string,
  editor: SchemaEditor,
  initial: SchemaDraft | null,
): { saving: DraftSaving; retry: () => void } {
  const client = useQueryClient();
  const [{ saver, follow }] = useState(() => {
    const options = schemaDraft(connectionId);
    return schemaDraftSaver(
      editor,
      initial,
      {
        read: () => client.fetchQuery({ ...options, staleTime: 0 }),
        async save(draft) {
          await client.cancelQueries({ queryKey: options.queryKey });
          const saved = await saveSchemaDraft(connectionId, draft);
          client.setQueryData(options.queryKey, saved);
          return saved;
        },
      },
      (overlaps) =>
        notify({
          title: `${countOf(overlaps, "edit")} made in two tabs at once`,
          detail: "Those of this tab stand. Undo brings the other tab's back.",
        }),
    );
  });
  const saving = useSyncExternalStore(saver.subscribe, saver.getSaving, saver.getSaving);
  useEffect(() => follow(), [follow]);
  useDraftKeeping(saver);

  const { data: stored } = useQuery(schemaDraft(connectionId));
  useEffect(() => {
    if (stored) saver.take(stored);
  }, [saver, stored]);
  return { saving, retry: () => void saver.flush() };
}
