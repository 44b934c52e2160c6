import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export interface RadioCard<V extends string> {
  value: V;
  label: ReactNode;
  /** A few words below the label. */
  note?: ReactNode;
  /** Why it cannot be chosen now, in the place of the note. */
  offBecause?: string | undefined;
}

const COLUMNS: Record<number, string> = {
  1: "sm:grid-cols-1",
  2: "sm:grid-cols-2",
  3: "sm:grid-cols-3",
  4: "sm:grid-cols-4",
  5: "sm:grid-cols-5",
};

/** A choice of a few with a word on each, all in sight: one frame, divided. */
export function RadioCards<V extends string>({
  name,
  label,
  options,
  value,
  onChange,
  invalid = false,
  describedBy,
  columns = Math.min(options.length, 4),
}: {
  name: string;
  label: string;
  options: readonly RadioCard<V>[];
  /** Null while none is chosen. */
  value: V | null;
  onChange: (value: V) => void;
  invalid?: boolean | undefined;
  describedBy?: string | undefined;
  columns?: number;
}) {
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className={cx(
        "grid gap-px overflow-hidden rounded-2 border border-line-control bg-line aria-invalid:border-broken-fill aria-invalid:shadow-[0_0_0_1px_var(--broken-fill)]",
        options.length > 1 && "max-sm:grid-cols-2",
        COLUMNS[columns],
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="grid min-w-0 cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-center items-center gap-x-2 bg-surface px-2.5 py-2 font-medium has-disabled:cursor-not-allowed has-checked:bg-accent-soft has-disabled:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:-outline-offset-2 max-sm:last:odd:col-span-2"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.offBecause !== undefined}
            onChange={() => onChange(option.value)}
            className="m-0 size-[15px] appearance-none rounded-full border border-line-control bg-surface outline-none checked:border-[5px] checked:border-accent disabled:border-line-strong disabled:bg-sunken"
          />
          <span className={cx("wrap-anywhere", option.offBecause !== undefined && "text-ink-3")}>
            {option.label}
          </span>
          {option.offBecause === undefined && option.note === undefined ? null : (
            <small className="wrap-anywhere col-start-2 font-normal text-2xs text-ink-3 leading-[14px]">
              {option.offBecause ?? option.note}
            </small>
          )}
        </label>
      ))}
    </div>
  );
}
