"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { dropSetupDraft, setupDrafts } from "@/lib/queries/setup-drafts";

/**
 * Removes the draft when its work is done: as soon as `done`, or when the returned function is called. One that
 * cannot be removed now stays in the list of unfinished ones, where it can be removed by hand.
 */
export function useFinishDraft(draftId: string, done: boolean): () => Promise<void> {
  const client = useQueryClient();
  const ended = useRef<Promise<void> | null>(null);
  const finish = () => {
    ended.current ??= dropSetupDraft(draftId)
      .catch(() => {})
      .then(() => client.invalidateQueries({ queryKey: setupDrafts.queryKey }));
    return ended.current;
  };
  const end = useEffectEvent(() => void finish());
  useEffect(() => {
    if (done) end();
  }, [done]);
  return finish;
}
