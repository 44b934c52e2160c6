"use client";
import { type ControlProps, FieldFrame, GroupFrame } from "@/components/connector-form/field-frame";
import { standingWords } from "@/components/connector-form/field-words";
import { useIssue, useSettings, useValue } from "@/components/connector-form/use-settings-form";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import type { Field } from "@/lib/model/connector/field";

const FEW = 4;
const SHORT = 18;

/** One of several: all in sight where they are few and short and one of them always holds, else a list. */
export function ChoiceControl(props: ControlProps) {
  const { field, needed } = props;
  const settled = needed || field.standing !== null;
  const short = field.options.every(({ label }) => label.length <= SHORT);
  return settled && short && field.options.length <= FEW ? (
    <RadioChoice {...props} />
  ) : (
    <ListChoice {...props} />
  );
}

function RadioChoice(props: ControlProps) {
  const { field, path } = props;
  const [value, setValue] = useValue<string>(path);
  const error = useIssue(path);
  return (
    <GroupFrame {...props}>
      <RadioCards
        name={path}
        label={field.label}
        options={field.options}
        value={value || (typeof field.standing === "string" ? field.standing : null)}
        onChange={setValue}
        invalid={error !== undefined}
        columns={Math.min(field.options.length, 2)}
      />
    </GroupFrame>
  );
}

function ListChoice(props: ControlProps) {
  const { field, path, needed } = props;
  const { hook } = useSettings();
  return (
    <FieldFrame {...props}>
      {(control) => (
        <Select {...control} {...hook.register(path as never)} className="w-full">
          <option value="">{emptyWords(field, needed)}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </FieldFrame>
  );
}

function emptyWords(field: Field, needed: boolean): string {
  const standing = standingWords(field);
  if (standing !== null) return `Fivetran’s default: ${standing}`;
  return needed ? "Choose" : "Not set";
}
