"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { detectPersonal } from "@/lib/model/personal/detect-personal";
import { MOST_LETTERS, type PersonalLists } from "@/lib/model/personal/personal-lists";

/** Says what a name would be taken for with the lists as they stand. */
export function PersonalTry({ lists }: { lists: PersonalLists }) {
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  return (
    <div className="grid gap-1.5">
      <Field label="Try a name" help="A column, or table.column">
        {(control) => (
          <Input
            {...control}
            mono
            maxLength={MOST_LETTERS}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <p role="status" className="min-h-5 text-ink-2 text-xs">
        {name === "" ? "" : answer(name, lists)}
      </p>
    </div>
  );
}

function answer(name: string, lists: PersonalLists): string {
  const dot = name.lastIndexOf(".");
  const found = detectPersonal(name.slice(dot + 1), dot > 0 ? name.slice(0, dot) : "", lists);
  return found ? `Looks personal: ${found.label}, ${found.reason}.` : "Nothing personal.";
}
