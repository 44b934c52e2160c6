"use client";
import { useEffect, useEffectEvent } from "react";
import { forgetTyped, rememberTyped } from "@/components/wizard/secret-memory";
import type { Setup } from "@/components/wizard/setup-context";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";
import { useDraftKeeping } from "@/lib/queries/use-draft-keeping";

/**
 * Saves what is unsaved when the page is left, hears of other tabs, and lets the browser ask before secrets that were
 * typed, and are kept nowhere else, are lost. Within the console they stay in the memory of the tab.
 */
export function useSetupKeeping({ draft, form, settings, saver }: Setup): void {
  useEffect(() => saver.take(draft), [saver, draft]);

  const { creation } = draft;
  const created = creation.state === "created";
  useDraftKeeping(saver, !created, () => withoutSecrets(form, settings.values()).secrets.length > 0);
  const leave = useEffectEvent(() => {
    if (!created) rememberTyped(draft.id, settings.values());
  });
  useEffect(() => () => leave(), []);
  useEffect(() => {
    if (created) forgetTyped(draft.id);
  }, [created, draft.id]);
}
