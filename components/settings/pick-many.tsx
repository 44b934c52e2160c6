"use client";
import { X } from "lucide-react";
import { useId, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { figure } from "@/lib/model/names";

export interface Pickable {
  id: string;
  name: string;
}

const SHOWN = 40;

/** Some of many, found by a text; what is chosen stands above and can be taken out again. None chosen means any. */
export function PickMany({
  label,
  any,
  options,
  chosen,
  onChange,
}: {
  label: string;
  /** What none chosen means: "Any destination". */
  any: string;
  /** In the order in which they are shown. */
  options: readonly Pickable[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const id = useId();
  const [text, setText] = useState("");
  const sought = text.trim().toLowerCase();
  const found = options.filter(({ name }) => name.toLowerCase().includes(sought));
  const names = new Map(options.map(({ id: key, name }) => [key, name]));
  const toggle = (key: string, on: boolean) =>
    onChange(on ? [...chosen, key] : chosen.filter((one) => one !== key));
  return (
    <fieldset className="grid min-w-0 content-start gap-1.5">
      <legend className="mb-1 font-medium">{label}</legend>
      {chosen.length === 0 ? (
        <p className="text-ink-3 text-xs">{any}</p>
      ) : (
        <ul className="flex max-h-24 flex-wrap gap-1 overflow-y-auto">
          {chosen.map((key) => (
            <li
              key={key}
              className="inline-flex max-w-full items-center gap-1 rounded-2 bg-accent-soft py-0.5 pr-0.5 pl-2 text-xs"
            >
              <bdi className="mono truncate">{names.get(key) ?? key}</bdi>
              <button
                type="button"
                aria-label={`Take out ${names.get(key) ?? key}`}
                onClick={() => toggle(key, false)}
                className="inline-grid size-6 place-items-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink"
              >
                <X aria-hidden="true" className="icon-sm" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {options.length > 8 ? (
        <Input
          type="search"
          aria-label={`Find in ${label}`}
          aria-controls={id}
          placeholder="Find by name"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.preventDefault();
          }}
        />
      ) : null}
      {options.length > 0 ? (
        <ul id={id} className="grid max-h-32 gap-1 overflow-y-auto rounded-2 border border-line px-2.5 py-2">
          {found.slice(0, SHOWN).map(({ id: key, name }) => (
            <li key={key} className="min-w-0">
              <Checkbox
                checked={chosen.includes(key)}
                onChange={(event) => toggle(key, event.target.checked)}
                className="max-w-full [&>label]:truncate"
              >
                <bdi className="mono">{name}</bdi>
              </Checkbox>
            </li>
          ))}
          {found.length === 0 ? <li className="text-ink-3 text-xs">Nothing has this in its name.</li> : null}
          {found.length > SHOWN ? (
            <li className="text-ink-3 text-xs">
              {figure(found.length - SHOWN)} more: type a part of the name.
            </li>
          ) : null}
        </ul>
      ) : null}
    </fieldset>
  );
}
