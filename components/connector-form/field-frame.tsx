"use client";
import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { FieldHint, fieldHelp } from "@/components/connector-form/field-help";
import { fieldWidth } from "@/components/connector-form/field-width";
import { useIssue, useSettings } from "@/components/connector-form/use-settings-form";
import { cx } from "@/components/ui/cx";
import { Field as LabelledField } from "@/components/ui/field";
import type { Field } from "@/lib/model/connector/field";

export interface FramedControl {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
}

export interface ControlProps {
  field: Field;
  /** With the places of items: `config.files.0.table_name`. */
  path: string;
  needed: boolean;
  /** Draws the fields of an object; `under` is its path. */
  grid: (fields: readonly Field[], under: string) => ReactNode;
}

/** Label, words, help and error around one control. */
export function FieldFrame({
  field,
  path,
  needed,
  extra,
  children,
}: Omit<ControlProps, "grid"> & {
  /** Below the control. */
  extra?: ReactNode;
  children: (control: FramedControl) => ReactNode;
}) {
  const { form } = useSettings();
  const error = useIssue(path);
  return (
    <div data-path={path} className={cx("min-w-0", fieldWidth(field))}>
      <LabelledField
        label={<span title={path}>{field.label}</span>}
        hint={<FieldHint field={field} path={path} needed={needed} />}
        help={fieldHelp(field, needed, form)}
        error={error}
      >
        {(control) => children({ ...control, name: path, "aria-required": needed || undefined })}
      </LabelledField>
      {extra}
    </div>
  );
}

/** The same around several controls: their common name is a legend. */
export function GroupFrame({
  field,
  path,
  needed,
  children,
}: Omit<ControlProps, "grid"> & { children: ReactNode }) {
  const id = useId();
  const { form } = useSettings();
  const error = useIssue(path);
  const help = fieldHelp(field, needed, form);
  return (
    <fieldset
      data-path={path}
      aria-describedby={
        [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined
      }
      className={cx("min-w-0", fieldWidth(field))}
    >
      <legend className="contents">
        <span className="mb-[5px] flex flex-wrap items-baseline gap-1.5">
          <span title={path} className="font-medium">
            {field.label}
          </span>
          <span className="ml-auto text-ink-3 text-xs">
            <FieldHint field={field} path={path} needed={needed} />
          </span>
        </span>
      </legend>
      {children}
      {help ? (
        <div id={`${id}-help`} className="mt-[5px] text-ink-3 text-xs">
          {help}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-[5px] flex items-start gap-[5px] text-broken-text text-xs">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-[13px] shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}
