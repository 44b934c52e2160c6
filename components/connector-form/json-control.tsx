"use client";
import { type ControlProps, FieldFrame } from "@/components/connector-form/field-frame";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { Textarea } from "@/components/ui/textarea";

/** What the metadata does not describe, as JSON. */
export function JsonControl(props: ControlProps) {
  const { hook } = useSettings();
  return (
    <FieldFrame {...props}>
      {(control) => <Textarea {...control} {...hook.register(props.path as never)} mono rows={6} />}
    </FieldFrame>
  );
}
