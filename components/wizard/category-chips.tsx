import { cx } from "@/components/ui/cx";
import type { FoundTypes } from "@/lib/model/catalogue/find-types";
import { categoryName } from "@/lib/model/catalogue/type-words";
import { figure } from "@/lib/model/names";

/** Fivetran's categories with how many types each has for what is asked. */
export function CategoryChips({
  found,
  category,
  onChange,
}: {
  found: FoundTypes;
  category: string | null;
  onChange: (category: string | null) => void;
}) {
  const known = new Map(found.counts);
  if (category !== null && !known.has(category)) known.set(category, 0);
  const chips = [...known]
    .map(([type, count]) => ({ type, count, name: categoryName(type) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  return (
    <fieldset
      aria-label="Category"
      className="-mx-gutter flex min-w-0 gap-1.5 px-gutter max-sm:overflow-x-auto sm:mx-0 sm:flex-wrap sm:px-0 max-sm:[scrollbar-width:none]"
    >
      <Chip name="All" count={found.total} on={category === null} onPress={() => onChange(null)} />
      {chips.map(({ type, count, name }) => (
        <Chip
          key={type}
          name={name}
          count={count}
          on={type === category}
          onPress={() => onChange(type === category ? null : type)}
        />
      ))}
    </fieldset>
  );
}

function Chip({
  name,
  count,
  on,
  onPress,
}: {
  name: string;
  count: number;
  on: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPress}
      className={cx(
        "inline-flex h-control-sm shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full border px-2.5 font-medium text-xs",
        on
          ? "border-accent bg-accent-soft text-accent-text"
          : "border-line-strong bg-surface text-ink-2 hover:bg-hover hover:text-ink",
      )}
    >
      {name}
      <span className={cx("font-normal text-2xs", on ? "text-accent-text" : "text-ink-3")}>
        {figure(count)}
      </span>
    </button>
  );
}
