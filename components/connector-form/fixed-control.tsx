"use client";
import type { ControlProps } from "@/components/connector-form/field-frame";
import { fieldWidth } from "@/components/connector-form/field-width";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { cx } from "@/components/ui/cx";

/** A value that stays as it is once the connection exists. */
export function FixedControl({ field, path }: ControlProps) {
  const value = useSettings().valueOf(path);
  const words = typeof value === "string" ? value : JSON.stringify(value ?? null);
  return (
    <div data-path={path} className={cx("grid min-w-0 content-start gap-[5px]", fieldWidth(field))}>
      <span className="flex flex-wrap items-baseline gap-1.5">
        <span title={path} className="font-medium">
          {field.label}
        </span>
        <span className="ml-auto text-ink-3 text-xs">permanent</span>
      </span>
      <span
        className={cx(
          "wrap-anywhere flex min-h-control items-center rounded-2 border border-line bg-sunken px-2.5 py-1",
          value === "" ? "text-ink-3 text-xs" : "font-mono text-xs",
        )}
      >
        {value === "" ? "Not set" : field.secret ? "••••••" : words}
      </span>
    </div>
  );
}
