import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/**
 * Label, hint, control, help and error of one value. The control is drawn by `children`, which spreads the
 * given properties on its `<input>`, `<select>` or `<textarea>`.
 */
export function Field({
  label,
  hint,
  help,
  error,
  className,
  children,
}: {
  label: ReactNode;
  /** Short words at the label's right. */
  hint?: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  const told = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={cx("grid min-w-0 content-start gap-[5px]", className)}>
      <div className="flex flex-wrap items-baseline gap-1.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint ? <span className="ml-auto text-ink-3 text-xs">{hint}</span> : null}
      </div>
      {children({
        id,
        "aria-describedby": told || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {help ? (
        <p id={`${id}-help`} className="text-ink-3 text-xs">
          {help}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-[5px] text-broken-text text-xs">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-[13px] shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
