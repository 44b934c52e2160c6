"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";
import { readSchemaAgain, schemaTree } from "@/lib/queries/schema";

/** Reads the schema again from Fivetran now, and says whether anything had changed. */
export function useReadAgain(connectionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => readSchemaAgain(connectionId),
    onSuccess: async ({ changed }) => {
      await client.invalidateQueries({ queryKey: schemaTree(connectionId).queryKey });
      notify({ title: changed ? "Read again: it was edited elsewhere" : "Read again: nothing has changed" });
    },
    onError: (error) => notify({ title: "Not read again", detail: messageOf(error), tone: "failed" }),
  });
}
