"use client";
import { type ControlProps, FieldFrame } from "@/components/connector-form/field-frame";
import { useValue } from "@/components/connector-form/use-settings-form";
import { Input } from "@/components/ui/input";

/** A moment in UTC, by the browser's own picker. */
export function DateTimeControl(props: ControlProps) {
  const [value, setValue] = useValue<string>(props.path);
  return (
    <FieldFrame {...props}>
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            type="datetime-local"
            step={1}
            value={value.replace(/(\.\d+)?Z$/, "")}
            onChange={(event) => setValue(momentOf(event.target.value))}
          />
          <span className="shrink-0 text-ink-3 text-xs">UTC</span>
        </span>
      )}
    </FieldFrame>
  );
}

function momentOf(typed: string): string {
  if (typed === "") return "";
  return `${typed.length === "2026-01-31T10:00".length ? `${typed}:00` : typed}Z`;
}
