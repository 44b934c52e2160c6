"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { SettingsForm } from "@/components/connector-form/settings-form";
import { changedFields } from "@/lib/model/connector/changed-settings";
import type { SettingsValues } from "@/lib/model/connector/field";

/** Between two keystrokes nothing is counted. */
const REST_MS = 120;

/** How many settings differ from what the form began with. */
export function useChangeCount(settings: SettingsForm, before: SettingsValues): number {
  const count = () => changedFields(settings.form, before, settings.values()).length;
  const [changes, setChanges] = useState(count);
  const again = useEffectEvent(() => setChanges(count()));
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = settings.hook.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => again(), REST_MS);
      },
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [settings]);
  return changes;
}
