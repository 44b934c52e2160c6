import type { ReactNode } from "react";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { SetupDraft, SetupStep } from "@/lib/model/setup-draft";

/** What a step after the creation is given. The page of the wizard puts the steps in. */
export interface RunContext {
  step: SetupStep;
  draft: SetupDraft;
  connectionId: string;
  form: ConnectorForm;
  /** The furthest step that was come to. */
  reached: SetupStep;
  /** Shows another step. */
  onStep: (step: SetupStep) => void;
  /** The wizard's own foot. */
  foot: (foot: { back: SetupStep | null; words?: ReactNode; children: ReactNode }) => ReactNode;
}
