import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export interface Segment<V extends string> {
  value: V;
  label: ReactNode;
  /** Its name when the label is only an icon. */
  title?: string;
}

/** A choice of a few, all in sight. */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
  measure = "md",
}: {
  label: string;
  options: readonly Segment<V>[];
  value: V;
  onChange: (value: V) => void;
  measure?: "md" | "sm";
}) {
  return (
    <fieldset
      aria-label={label}
      className={cx(
        "inline-flex w-fit rounded-2 border border-line-strong bg-sunken p-px",
        measure === "sm" ? "h-control-sm" : "h-control",
      )}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          title={option.title}
          aria-label={option.title}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className="[&>svg]:icon-sm inline-flex items-center gap-1.5 rounded-[5px] px-2.5 font-medium text-ink-2 text-xs hover:text-ink aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-[0_0_0_1px_var(--line-strong)]"
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
