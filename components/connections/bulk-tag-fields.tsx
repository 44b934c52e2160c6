import { useMemo } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import { figure } from "@/lib/model/names";

export interface TypedTags {
  add: string;
  remove: string;
}

const SHOWN = 8;

/** Tags to add and to take off, between commas. */
export function BulkTagFields({
  index,
  ids,
  value,
  onChange,
}: {
  index: ConnectionIndex;
  ids: ReadonlySet<string>;
  value: TypedTags;
  onChange: (value: TypedTags) => void;
}) {
  const known = useMemo(() => tagsOf(index, ids), [index, ids]);
  const words = known.slice(0, SHOWN).map(([tag, count]) => `${tag} (${figure(count)})`);
  return (
    <div className="grid gap-3">
      <Field label="Add" help="Between commas, such as finance, critical">
        {(control) => (
          <Input
            {...control}
            autoFocus
            autoCapitalize="off"
            value={value.add}
            onChange={({ target }) => onChange({ ...value, add: target.value })}
          />
        )}
      </Field>
      <Field
        label="Take off"
        help={
          known.length === 0
            ? "None of them has a tag yet."
            : `They have ${words.join(", ")}${known.length > SHOWN ? " and more" : ""}.`
        }
      >
        {(control) => (
          <Input
            {...control}
            autoCapitalize="off"
            value={value.remove}
            onChange={({ target }) => onChange({ ...value, remove: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

function tagsOf(index: ConnectionIndex, ids: ReadonlySet<string>): [string, number][] {
  const counts = new Map<string, number>();
  for (const id of ids)
    for (const tag of index.annotations.get(id)?.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
