import type { EXCLUDE_MODES } from "@/lib/model/schema-config";

export type ExcludeMode = (typeof EXCLUDE_MODES)[number];

/** What a reload does about tables. */
export const EXCLUDE_MODE_WORDS: readonly { mode: ExcludeMode; name: string; means: string }[] = [
  {
    mode: "PRESERVE",
    name: "Preserve",
    means: "Everything stays as it is set. What is new at the source follows the policy.",
  },
  {
    mode: "EXCLUDE",
    name: "Exclude",
    means:
      "Turns every table off. Columns that nobody ever edited stay included: when a table is turned on again they load.",
  },
  {
    mode: "INCLUDE",
    name: "Include",
    means: "Turns every table on, those too that were turned off on purpose.",
  },
];
