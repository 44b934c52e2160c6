"use client";
import { useLayoutEffect, useRef, useState } from "react";
import { type ControlProps, FieldFrame, GroupFrame } from "@/components/connector-form/field-frame";
import { labelInside } from "@/components/connector-form/field-words";
import { useSettings, useValue } from "@/components/connector-form/use-settings-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { FieldOption } from "@/lib/model/connector/field";
import { countOf, figure } from "@/lib/model/names";

/** Several values: one on each line, or checked off where they are known. */
export function ListControl(props: ControlProps) {
  return props.field.item?.kind === "enum" ? (
    <CheckList {...props} options={props.field.item.options} />
  ) : (
    <LineList {...props} />
  );
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function LineList(props: ControlProps) {
  const { field, path } = props;
  const settings = useSettings();
  const [begun] = useState(() => {
    const value = settings.valueOf(path);
    return Array.isArray(value) ? value.join("\n") : "";
  });
  const area = useRef<HTMLTextAreaElement>(null);
  const [count, setCount] = useState(() => linesOf(begun).length);
  useLayoutEffect(() => {
    // As a property: what React writes of a value is part of the page's HTML, and this may be a secret.
    if (area.current) area.current.value = begun;
  }, [begun]);
  const [shown, setShown] = useState(false);
  const secret = field.secret || field.item?.secret === true;
  return (
    <FieldFrame
      {...props}
      extra={
        <p className="mt-[5px] flex items-center gap-2 text-ink-3 text-xs">
          One on each line{count === 0 ? "." : `: ${countOf(count, "value")}.`}
          {secret ? (
            <Button size="sm" look="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
              {shown ? "Hide" : "Show"}
              <span className="sr-only"> {labelInside(field.label)}</span>
            </Button>
          ) : null}
        </p>
      }
    >
      {(control) => (
        <Textarea
          {...control}
          mono
          dotted={secret && !shown}
          rows={Math.min(10, Math.max(3, count + 1))}
          ref={area}
          onChange={(event) => {
            const lines = linesOf(event.target.value);
            setCount(lines.length);
            settings.set(path, lines);
          }}
        />
      )}
    </FieldFrame>
  );
}

const MANY = 12;

function CheckList({ options, ...props }: ControlProps & { options: readonly FieldOption[] }) {
  const { field, path } = props;
  const [value, setValue] = useValue<string[] | null>(path);
  const [text, setText] = useState("");
  const chosen = new Set(value ?? []);
  const wanted = text.trim().toLowerCase();
  const listed = options.filter(
    ({ value: id, label }) => `${id} ${label}`.toLowerCase().includes(wanted) || chosen.has(id),
  );
  const toggle = (id: string) => {
    if (!chosen.delete(id)) chosen.add(id);
    setValue(options.map((option) => option.value).filter((option) => chosen.has(option)));
  };
  return (
    <GroupFrame {...props}>
      {options.length > MANY ? (
        <div className="mb-1.5 flex items-center gap-2">
          <Input
            type="search"
            aria-label={`Find in ${labelInside(field.label)}`}
            placeholder={`Find among ${figure(options.length)}`}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <span className="shrink-0 text-ink-3 text-xs">{figure(chosen.size)} chosen</span>
        </div>
      ) : null}
      <div className="grid max-h-56 gap-x-4 gap-y-1.5 overflow-y-auto rounded-2 border border-line-control p-2.5 sm:grid-cols-2">
        {listed.map((option) => (
          <Checkbox
            key={option.value}
            name={path}
            value={option.value}
            checked={chosen.has(option.value)}
            onChange={() => toggle(option.value)}
          >
            {option.label}
          </Checkbox>
        ))}
        {listed.length === 0 ? <span className="text-ink-3">None of that name.</span> : null}
      </div>
    </GroupFrame>
  );
}
