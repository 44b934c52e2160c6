"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { countOf } from "@/lib/model/names";
import type { ChangeCounts, Confirmation } from "@/lib/model/schema/schema-answers";

/** The words to type for each. */
export const CONFIRM_WORDS: Record<Confirmation, string> = {
  unhash: "un-hash",
  unblock: "un-block",
  allow_all: "allow all",
  exclude: "exclude",
};

export type TypedWords = Partial<Record<Confirmation, string>>;

/** Whether all that has to be confirmed has been typed. */
export const isConfirmed = (asked: readonly Confirmation[], typed: TypedWords): boolean =>
  asked.every((one) => typed[one]?.trim().toLowerCase() === CONFIRM_WORDS[one]);

/** One field for each thing that must be meant: what follows, and the words to type. */
export function ConfirmFields({
  asked,
  counts,
  typed,
  onTyped,
}: {
  asked: readonly Confirmation[];
  counts: ChangeCounts | null;
  typed: TypedWords;
  onTyped: (typed: TypedWords) => void;
}) {
  return asked.map((one) => (
    <Field
      key={one}
      label={
        <>
          Type <span className="mono">{CONFIRM_WORDS[one]}</span> to go on
        </>
      }
      help={whatFollows(one, counts)}
    >
      {(control) => (
        <Input
          {...control}
          mono
          value={typed[one] ?? ""}
          onChange={(event) => onTyped({ ...typed, [one]: event.target.value })}
        />
      )}
    </Field>
  ));
}

function whatFollows(one: Confirmation, counts: ChangeCounts | null): string {
  switch (one) {
    case "unhash":
      return `${counts?.unhashed ? countOf(counts.unhashed, "column") : "Columns"} will load in clear from the next sync on.`;
    case "unblock":
      return counts?.columns_enabled
        ? `${countOf(counts.columns_enabled, "column")} that were blocked will load.`
        : "Columns that the policy held back will load.";
    case "allow_all":
      return "Whatever appears at the source will load without anybody having looked at it.";
    case "exclude":
      return "Every table is turned off.";
  }
}
