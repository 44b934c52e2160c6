"use client";
import { type ControlProps, FieldFrame } from "@/components/connector-form/field-frame";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { Input } from "@/components/ui/input";
import type { Field } from "@/lib/model/connector/field";

/** A text or a number. What is typed stays in the element, so that a key draws nothing anew. */
export function TextControl(props: ControlProps) {
  const { field, path } = props;
  const { hook } = useSettings();
  return (
    <FieldFrame {...props}>
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            {...hook.register(path as never)}
            mono
            inputMode={INPUT_MODES[field.kind]}
            autoCapitalize="off"
          />
          {field.unit ? <span className="shrink-0 text-ink-3 text-xs">{field.unit}</span> : null}
        </span>
      )}
    </FieldFrame>
  );
}

const INPUT_MODES: Partial<Record<Field["kind"], "numeric" | "decimal">> = {
  integer: "numeric",
  number: "decimal",
};
