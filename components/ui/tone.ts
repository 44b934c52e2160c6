/** What a note, banner or bar is about; the words of health and outcome, and `plain`. */
export type Tone =
  | "broken"
  | "delayed"
  | "incomplete"
  | "syncing"
  | "healthy"
  | "paused"
  | "unknown"
  | "plain";

/** The class that sets word colour, `fill` and `soft`. */
export const TONE_CLASS: Record<Tone, string> = {
  broken: "st-broken",
  delayed: "st-delayed",
  incomplete: "st-incomplete",
  syncing: "st-syncing",
  healthy: "st-healthy",
  paused: "st-paused",
  unknown: "st-unknown",
  plain: "",
};
