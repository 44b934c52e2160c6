import type { SetupStep } from "@/lib/model/setup-draft";

/** What each step is called in the rail and in lists. */
export const STEP_TITLES: Readonly<Record<SetupStep, string>> = {
  destination: "Destination",
  names: "Name",
  network: "Network",
  configuration: "Configuration",
  authorisation: "Authorisation",
  schedule: "Schedule",
  review: "Review",
  tests: "Tests",
  schema: "Schema and hashing",
  start: "Start",
};
