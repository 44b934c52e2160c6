"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { countOf } from "@/lib/model/names";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { DraftSaver, type DraftSaving } from "@/lib/queries/draft-saver";
import { notify } from "@/lib/queries/notice";
import { saveSchemaDraft, schemaDraft } from "@/lib/queries/schema-draft";

/** Keeps the draft on the server and takes in what other tabs save. The browser asks before leaving what is unsaved. */
export function useDraftSaving(
  connectionId: string,
  editor: SchemaEditor,
  initial: SchemaDraft | null,
): { saving: DraftSaving; retry: () => void } {
  const client = useQueryClient();
  const [saver] = useState(() => {
    const options = schemaDraft(connectionId);
    return new DraftSaver(
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
  useEffect(() => saver.start(), [saver]);

  const { data: stored } = useQuery(schemaDraft(connectionId));
  useEffect(() => {
    if (stored !== undefined) saver.take(stored);
  }, [saver, stored]);

  const unsaved = saving.state !== "saved";
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsaved]);
  return { saving, retry: () => saver.retry() };
}
