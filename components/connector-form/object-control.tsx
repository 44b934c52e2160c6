"use client";
import { type ControlProps, GroupFrame } from "@/components/connector-form/field-frame";

/** Settings that belong together under one name. */
export function ObjectControl(props: ControlProps) {
  return (
    <GroupFrame {...props}>
      <div className="rounded-2 border border-line p-3">{props.grid(props.field.fields, props.path)}</div>
    </GroupFrame>
  );
}
