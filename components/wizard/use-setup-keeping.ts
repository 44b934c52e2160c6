"use client";
import { useEffect, useEffectEvent } from "react";
import { forgetTyped, rememberTyped } from "@/components/wizard/secret-memory";
import type { Setup } from "@/components/wizard/setup-context";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";

/**
 * Saves what is unsaved when the page is left, hears of other tabs, and lets the browser ask before secrets that were
 * typed, and are kept nowhere else, are lost. Within the console they stay in the memory of the tab.
 */
export function useSetupKeeping({ draft, form, settings, saver }: Setup): void {
  useEffect(() => saver.take(draft), [saver, draft]);

  const { creation } = draft;
  const created = creation.state === "created";
  const leave = useEffectEvent(() => {
    if (created) return;
    rememberTyped(draft.id, settings.values());
    void saver.flush();
  });
  useEffect(
    () => () => {
      leave();
      saver.stop();
    },
    [saver],
  );
  useEffect(() => {
    if (created) forgetTyped(draft.id);
  }, [created, draft.id]);

  const hide = useEffectEvent(() => {
    if (document.visibilityState === "hidden" && !created) void saver.flush();
  });
  const ask = useEffectEvent((event: BeforeUnloadEvent) => {
    const unsaved = saver.getSaving().state !== "saved";
    const secrets = withoutSecrets(form, settings.values()).secrets.length > 0;
    if (!created && (unsaved || secrets)) event.preventDefault();
  });
  useEffect(() => {
    const onHide = () => hide();
    const onUnload = (event: BeforeUnloadEvent) => ask(event);
    document.addEventListener("visibilitychange", onHide);
    addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      removeEventListener("beforeunload", onUnload);
    };
  }, []);
}
