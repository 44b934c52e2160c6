import type { ReactNode } from "react";
import type { SetupDraft, SetupStep } from "@/lib/model/setup-draft";

/** What a step puts into the wizard's foot. */
export interface StepFoot {
  /** The step that the way back leads to. */
  back: SetupStep | null;
  /** What is missing, or what holds at present. */
  words?: ReactNode;
  /** Buttons, the primary one last. */
  children: ReactNode;
}

/** Every step after the connection has been created. The page of the wizard hands these in. */
export interface RunStepProps {
  draft: SetupDraft;
  connectionId: string;
  /** Shows another step; what was typed stays. */
  onStep: (step: SetupStep) => void;
  /** The wizard's own foot. */
  foot: (foot: StepFoot) => ReactNode;
}
