"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { PERSONAL_CATEGORIES, type PersonalCategory } from "@/lib/model/personal/personal-category";
import { MOST_ENTRIES, MOST_LETTERS, type PersonalLists } from "@/lib/model/personal/personal-lists";

const NOT_PERSONAL = "-";
const CATEGORIES = Object.entries(PERSONAL_CATEGORIES) as [PersonalCategory, string][];

/** Adds a pattern to one of the two lists; it leaves the other. */
export function PersonalListForm({
  lists,
  onChange,
}: {
  lists: PersonalLists;
  onChange: (lists: PersonalLists) => void;
}) {
  const [typed, setTyped] = useState("");
  const [kind, setKind] = useState<string>(CATEGORIES[0]?.[0] ?? NOT_PERSONAL);
  const pattern = typed.trim();
  const full = lists.add.length >= MOST_ENTRIES || lists.ignore.length >= MOST_ENTRIES;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pattern === "" || full) return;
    const isOther = (one: string) => one.toLowerCase() !== pattern.toLowerCase();
    const add = lists.add.filter((one) => isOther(one.pattern));
    const ignore = lists.ignore.filter(isOther);
    const category = CATEGORIES.find(([one]) => one === kind)?.[0];
    onChange(
      category ? { add: [...add, { pattern, category }], ignore } : { add, ignore: [...ignore, pattern] },
    );
    setTyped("");
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
      <Field
        label="Name or pattern"
        help="* stands for any letters, ? for one; with a dot, table.column"
        error={full ? `A list holds at most ${MOST_ENTRIES} entries.` : undefined}
        className="min-w-48 flex-1 max-sm:basis-full"
      >
        {(control) => (
          <Input
            {...control}
            mono
            maxLength={MOST_LETTERS}
            value={typed}
            placeholder="*_ref or customers.code"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Field label="Holds">
        {(control) => (
          <Select {...control} value={kind} onChange={(event) => setKind(event.target.value)}>
            {CATEGORIES.map(([category, label]) => (
              <option key={category} value={category}>
                {label}
              </option>
            ))}
            <option value={NOT_PERSONAL}>nothing personal</option>
          </Select>
        )}
      </Field>
      <Button
        type="submit"
        className="mt-[25px] max-sm:mt-0"
        offBecause={full ? "The list is full" : pattern === "" ? "Type a name first" : undefined}
      >
        Add
      </Button>
    </form>
  );
}
