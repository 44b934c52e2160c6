"use client";
import { createContext, useContext } from "react";
import type { SettingsForm } from "@/components/connector-form/settings-form";
import type { SetupDraftSaver } from "@/components/wizard/setup-draft-saver";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { FieldIssue } from "@/lib/model/connector/field";
import type { SetupDraft, SetupStep, SetupValues } from "@/lib/model/setup-draft";
import type { AccountSnapshot, GroupRow } from "@/lib/model/snapshot";

/** All choices but the settings, which the form of the type holds. */
export type SetupChoices = Omit<SetupValues, "settings">;

/** A new connection while it is being set up, for the steps and what stands around them. */
export interface Setup {
  /** As the server has it: its creation is the server's. */
  readonly draft: SetupDraft;
  readonly form: ConnectorForm;
  /** Of the type's documentation; null where there is none that may be followed. */
  readonly guide: string | null;
  readonly settings: SettingsForm;
  readonly saver: SetupDraftSaver;
  readonly snapshot: AccountSnapshot;
  /** The destination that is chosen. */
  readonly group: GroupRow | undefined;
  readonly choices: SetupChoices;
  readonly choose: (more: Partial<SetupChoices>) => void;
  /** All that is chosen and typed now, secrets included. */
  readonly values: () => SetupValues;
  readonly steps: readonly SetupStep[];
  readonly step: SetupStep;
  /** The furthest step that was come to. */
  readonly reached: SetupStep;
  /** Shows a step, and there the field of a path. What was typed stays. */
  readonly go: (step: SetupStep, path?: string) => void;
  /** Checks this step and goes on, or shows what is wrong and puts the keyboard there. */
  readonly forward: () => void;
  /** Whether going on from this step was tried and something stood in the way. */
  readonly tried: boolean;
  readonly issuesOf: (step: SetupStep, issues: readonly FieldIssue[]) => readonly FieldIssue[];
}

export const SetupContext = createContext<Setup | null>(null);

/** The connection that is being set up. */
export function useSetup(): Setup {
  const setup = useContext(SetupContext);
  if (!setup) throw new Error("A step is drawn outside the wizard.");
  return setup;
}
