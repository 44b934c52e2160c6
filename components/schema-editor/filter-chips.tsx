"use client";
import { KeyRound, Lock, type LucideIcon, ScanEye, ShieldCheck, Sparkles, Unplug } from "lucide-react";
import { useFilterCounts } from "@/components/schema-editor/use-filter-counts";
import { cx } from "@/components/ui/cx";
import { figure } from "@/lib/model/names";
import type { Filter, PersonalMarks } from "@/lib/model/schema/filter-bits";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

const CHIPS: readonly { filter: Filter | null; label: string; icon?: LucideIcon }[] = [
  { filter: null, label: "All" },
  { filter: "changed", label: "Changed" },
  { filter: "personal", label: "Personal, not hashed", icon: ScanEye },
  { filter: "hashed", label: "Hashed", icon: ShieldCheck },
  { filter: "locked", label: "Locked", icon: Lock },
  { filter: "new", label: "New", icon: Sparkles },
  { filter: "deleted", label: "Deleted", icon: Unplug },
  { filter: "key", label: "Key", icon: KeyRound },
  { filter: "enabled", label: "On" },
  { filter: "disabled", label: "Off" },
];

/** One filter at a time, each with how many rows it would show. */
export function FilterChips({
  editor,
  personal,
  filter,
  all,
  onFilter,
}: {
  editor: SchemaEditor;
  /** Null while it is not known. */
  personal: PersonalMarks | null;
  filter: Filter | null;
  all: number;
  onFilter: (filter: Filter | null) => void;
}) {
  const counts = useFilterCounts(editor, personal);
  return (
    <div role="group" aria-label="Show" className="contents">
      {CHIPS.map((chip) => {
        const count = chip.filter === null ? all : counts?.[chip.filter];
        const current = chip.filter === filter;
        return (
          <button
            key={chip.label}
            type="button"
            aria-pressed={current}
            onClick={() => onFilter(current ? null : chip.filter)}
            className={cx(
              "inline-flex h-[26px] items-center gap-1.5 whitespace-nowrap rounded-full border border-line px-2 font-medium text-ink-2 text-xs hover:border-line-control hover:text-ink max-sm:h-8",
              "aria-pressed:border-accent-line aria-pressed:bg-accent-soft aria-pressed:text-accent-text",
              count === 0 && !current && "text-ink-3",
            )}
          >
            {chip.icon ? <chip.icon aria-hidden="true" className="size-[13px]" /> : null}
            {chip.label}
            <span className={cx("min-w-2 font-normal", !current && "text-ink-3")}>
              {count === undefined ? "" : figure(count)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
