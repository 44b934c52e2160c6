"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const UNITS = [
  { minutes: 1, word: "minutes" },
  { minutes: 60, word: "hours" },
  { minutes: 24 * 60, word: "days" },
] as const;

const unitOf = (minutes: number): number =>
  minutes > 0 ? (UNITS.findLast((unit) => minutes % unit.minutes === 0)?.minutes ?? 1) : 1;

/** A length of time as an amount and its unit; what is no number is given on as NaN. */
export function MinutesField({
  label,
  minutes,
  onChange,
  help,
  error,
}: {
  label: string;
  /** What it begins with; give another `key` to begin anew. */
  minutes: number;
  onChange: (minutes: number) => void;
  help?: string | undefined;
  error?: string | undefined;
}) {
  const [unit, setUnit] = useState(() => unitOf(minutes));
  const [amount, setAmount] = useState(() => String(minutes / unitOf(minutes)));
  const give = (text: string, of: number) => onChange(text.trim() === "" ? Number.NaN : Number(text) * of);
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <span className="flex gap-2">
          <Input
            {...control}
            inputMode="numeric"
            className="w-20!"
            value={amount}
            onChange={({ target }) => {
              setAmount(target.value);
              give(target.value, unit);
            }}
          />
          <Select
            aria-label="Unit"
            value={unit}
            onChange={({ target }) => {
              setUnit(Number(target.value));
              give(amount, Number(target.value));
            }}
            className="flex-1 [&>select]:w-full"
          >
            {UNITS.map(({ minutes: of, word }) => (
              <option key={word} value={of}>
                {word}
              </option>
            ))}
          </Select>
        </span>
      )}
    </Field>
  );
}
