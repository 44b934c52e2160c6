"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Annotation, StoredAnnotation } from "@/lib/model/annotation";
import { annotationDifference } from "@/lib/model/annotation-difference";
import { type MergedAnnotation, mergeAnnotations } from "@/lib/model/merge-annotations";
import { annotationHeads, connectionAnnotation, saveAnnotation } from "@/lib/queries/annotations";
import { ApiError } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";

/** What someone else saved while the form was open. */
export interface Meanwhile {
  theirs: StoredAnnotation;
  clashes: MergedAnnotation["clashes"];
}

/**
 * Saves over the version that was edited. Where someone saved meanwhile, theirs is read and put together with what
 * was typed, which `onMerged` takes; nothing is saved until the person saves again.
 */
export function useSaveAnnotation({
  id,
  name,
  held,
  onMerged,
  onDone,
}: {
  id: string;
  name: string;
  held: StoredAnnotation;
  onMerged: (merged: Annotation) => void;
  onDone: () => void;
}) {
  const client = useQueryClient();
  const [base, setBase] = useState(held);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);

  const finish = (saved: StoredAnnotation) => {
    client.setQueryData(connectionAnnotation(id).queryKey, saved);
    void client.invalidateQueries({ queryKey: annotationHeads.queryKey });
    notify({ title: "Saved", name, tone: "done" });
    onDone();
  };
  const settle = async (mine: Annotation) => {
    const theirs = await client.fetchQuery({ ...connectionAnnotation(id), staleTime: 0 });
    const { merged, clashes } = mergeAnnotations(base, mine, theirs);
    // The answer to our own save was lost, or both wrote the same.
    if (annotationDifference(theirs, merged).length === 0) return finish(theirs);
    setBase(theirs);
    setMeanwhile({ theirs, clashes });
    onMerged(merged);
  };
  const { mutate, isPending, error } = useMutation<StoredAnnotation, Error, Annotation>({
    mutationFn: (mine) => saveAnnotation(id, base.version, mine),
    onSuccess: finish,
    onError: (failure, mine) =>
      failure instanceof ApiError && failure.code === "conflict" ? settle(mine).catch(() => {}) : undefined,
  });
  return { save: mutate, isPending, error, base, meanwhile };
}
