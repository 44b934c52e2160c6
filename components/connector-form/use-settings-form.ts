"use client";
import { createContext, useContext, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { useForm, useWatch } from "react-hook-form";
import { SettingsForm, type SettingsFormOptions } from "@/components/connector-form/settings-form";
import type { FieldIssue, SettingsValues } from "@/lib/model/connector/field";

/**
 * A form over the settings of one connector type. Give `SettingsFields` and its neighbours the answer through
 * `SettingsFormContext`. Another type or other initial values need another `key` on the component that calls this.
 */
export function useSettingsForm({
  initial,
  onEdit,
  ...options
}: SettingsFormOptions & {
  initial: SettingsValues;
  /** After each edit; without a path where several values changed at once. */
  onEdit?: (path: string | undefined) => void;
}): SettingsForm {
  const hook = useForm<SettingsValues>({ defaultValues: initial });
  const [settings] = useState(() => new SettingsForm(hook, options));
  const told = useEffectEvent((path: string | undefined) => onEdit?.(path));
  useEffect(() => settings.follow((path) => told(path)), [settings]);
  return settings;
}

export const SettingsFormContext = createContext<SettingsForm | null>(null);

/** The form that the present field is part of. */
export function useSettings(): SettingsForm {
  const settings = useContext(SettingsFormContext);
  if (!settings) throw new Error("A field is drawn outside SettingsFormContext.");
  return settings;
}

/** Whether a field is asked for now, and whether it has to be filled in. */
export function useShown(path: string): { shown: boolean; needed: boolean } {
  const { shown } = useSettings();
  const now = useSyncExternalStore(
    shown.subscribe,
    () => (shown.isShown(path) ? (shown.isNeeded(path) ? 2 : 1) : 0),
    () => 0,
  );
  return { shown: now > 0, needed: now > 1 };
}

/** What is wrong with a field, as far as it is told. */
export function useIssue(path: string): string | undefined {
  const { issues } = useSettings();
  const read = () => issues.of(path);
  return useSyncExternalStore(issues.subscribe, read, read);
}

/** How much is told to be wrong at these paths and below them. */
export function useWrongCount(paths: readonly string[]): number {
  const { issues } = useSettings();
  const read = () => paths.reduce((sum, path) => sum + issues.countUnder(path), 0);
  return useSyncExternalStore(issues.subscribe, read, read);
}

/** All that is told of what is wrong. */
export function useIssues(settings: SettingsForm): readonly FieldIssue[] {
  const { issues } = settings;
  return useSyncExternalStore(issues.subscribe, issues.all, issues.all);
}

/** Secrets that had been typed once and are missing since. */
export function useLostSecrets({ lost }: SettingsForm): readonly string[] {
  return useSyncExternalStore(lost.subscribe, lost.all, lost.all);
}

/** The value of a field that no plain control holds, drawn anew when it changes. */
export function useValue<T>(path: string): [T, (value: T) => void] {
  const settings = useSettings();
  const value = useWatch({ control: settings.hook.control, name: path as never }) as T;
  return [value, (next) => settings.set(path, next)];
}
