import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { PERSONAL_CATEGORIES } from "@/lib/model/personal/personal-category";
import type { PersonalLists } from "@/lib/model/personal/personal-lists";

/** The entries of both lists, each with a way to remove it. */
export function PersonalListEntries({
  lists,
  onChange,
}: {
  lists: PersonalLists;
  onChange: (lists: PersonalLists) => void;
}) {
  const { add, ignore } = lists;
  if (add.length + ignore.length === 0)
    return <p className="text-ink-3 text-xs">Nothing is added yet; the detectors alone decide.</p>;
  return (
    <ul
      aria-label="Entries"
      className="max-h-60 divide-y divide-line overflow-y-auto rounded-2 border border-line"
    >
      {add.map((entry) => (
        <Entry
          key={`add ${entry.pattern}`}
          pattern={entry.pattern}
          holds={PERSONAL_CATEGORIES[entry.category]}
          onRemove={() => onChange({ add: add.filter((one) => one !== entry), ignore })}
        />
      ))}
      {ignore.map((pattern) => (
        <Entry
          key={`ignore ${pattern}`}
          pattern={pattern}
          holds="nothing personal"
          onRemove={() => onChange({ add, ignore: ignore.filter((one) => one !== pattern) })}
        />
      ))}
    </ul>
  );
}

function Entry({ pattern, holds, onRemove }: { pattern: string; holds: string; onRemove: () => void }) {
  return (
    <li className="flex items-center gap-3 px-3 py-1">
      <span className="wrap-anywhere min-w-0 flex-1 font-mono text-xs">{pattern}</span>
      <span className="text-ink-2 text-xs">{holds}</span>
      <IconButton size="sm" label={`Remove ${pattern}`} onClick={onRemove}>
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
}
