"use client";
import type { ComponentType } from "react";
import { ChoiceControl } from "@/components/connector-form/choice-control";
import { DateTimeControl } from "@/components/connector-form/date-time-control";
import type { ControlProps } from "@/components/connector-form/field-frame";
import { FixedControl } from "@/components/connector-form/fixed-control";
import { JsonControl } from "@/components/connector-form/json-control";
import { ListControl } from "@/components/connector-form/list-control";
import { ObjectControl } from "@/components/connector-form/object-control";
import { ObjectsControl } from "@/components/connector-form/objects-control";
import { SecretControl } from "@/components/connector-form/secret-control";
import { SecretLinesControl } from "@/components/connector-form/secret-lines-control";
import { SwitchControl } from "@/components/connector-form/switch-control";
import { TextControl } from "@/components/connector-form/text-control";
import { useSettings, useShown } from "@/components/connector-form/use-settings-form";
import type { Field, FieldKind } from "@/lib/model/connector/field";

const CONTROLS: Record<FieldKind, ComponentType<ControlProps>> = {
  text: TextControl,
  secret: SecretControl,
  secret_lines: SecretLinesControl,
  integer: TextControl,
  number: TextControl,
  boolean: SwitchControl,
  enum: ChoiceControl,
  date_time: DateTimeControl,
  list: ListControl,
  objects: ObjectsControl,
  object: ObjectControl,
  json: JsonControl,
};

const fieldsUnder: ControlProps["grid"] = (fields, under) => <FieldGrid fields={fields} under={under} />;

/** One setting, as long as it is asked for. */
function FieldRow({ field, path }: { field: Field; path: string }) {
  const { shown, needed } = useShown(field.path);
  const { mode } = useSettings();
  if (!shown) return null;
  const Control = mode === "edit" && field.immutable ? FixedControl : CONTROLS[field.kind];
  return <Control field={field} path={path} needed={needed} grid={fieldsUnder} />;
}

/** Fields side by side on six columns, one below the other on a phone. */
export function FieldGrid({
  fields,
  under,
}: {
  fields: readonly Field[];
  /** The path of the object they are of, with the places of items. */
  under?: string | undefined;
}) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-6">
      {fields.map((field) => (
        <FieldRow
          key={field.path}
          field={field}
          path={under === undefined ? field.path : `${under}.${field.name}`}
        />
      ))}
    </div>
  );
}
