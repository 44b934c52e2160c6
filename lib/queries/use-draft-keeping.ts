"use client";
import { useEffect, useEffectEvent } from "react";

interface Keeper {
  isUnsaved(): boolean;
  flush(): Promise<void>;
}

/**
 * Saves a draft when its page is left or hidden, and has the browser ask before anything is lost.
 * @param needed whether there is a draft to be kept
 * @param more whether the page holds something else that would be lost with it
 */
export function useDraftKeeping(saver: Keeper, needed = true, more: () => boolean = () => false): void {
  const save = useEffectEvent(() => {
    if (needed && saver.isUnsaved()) void saver.flush();
  });
  const ask = useEffectEvent((event: BeforeUnloadEvent) => {
    if (needed && (saver.isUnsaved() || more())) event.preventDefault();
  });
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === "hidden") save();
    };
    const onUnload = (event: BeforeUnloadEvent) => ask(event);
    document.addEventListener("visibilitychange", onHide);
    addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      removeEventListener("beforeunload", onUnload);
      save();
    };
  }, []);
}
