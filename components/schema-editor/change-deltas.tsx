import { KeyRound, type LucideIcon, Minus, Plus, Rows3, Shield, ShieldCheck, Split } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { countOf } from "@/lib/model/names";
import type { ChangeCounts } from "@/lib/model/schema/schema-answers";

interface Delta {
  key: string;
  icon: LucideIcon;
  look: string;
  /** Said before the count by assistive technology, shown by the icon. */
  verb: string;
  words: string;
}

const items = (schemas: number, tables: number, columns: number): string =>
  [
    schemas ? countOf(schemas, "schema") : "",
    tables ? countOf(tables, "table") : "",
    columns ? countOf(columns, "column") : "",
  ]
    .filter(Boolean)
    .join(", ");

/** What a set of changes holds, by kind. */
function deltasOf(counts: ChangeCounts): Delta[] {
  const all: Delta[] = [
    {
      key: "on",
      icon: Plus,
      look: "text-(--added-text)",
      verb: "Start syncing",
      words: items(counts.schemas_enabled, counts.tables_enabled, counts.columns_enabled),
    },
    {
      key: "off",
      icon: Minus,
      look: "text-(--removed-text)",
      verb: "Stop syncing",
      words: items(counts.schemas_disabled, counts.tables_disabled, counts.columns_disabled),
    },
    {
      key: "hash",
      icon: ShieldCheck,
      look: "text-accent-text",
      verb: "Hash",
      words: counts.hashed ? countOf(counts.hashed, "hash", "hashes") : "",
    },
    {
      key: "unhash",
      icon: Shield,
      look: "text-(--changed-text)",
      verb: "Un-hash",
      words: counts.unhashed ? `${countOf(counts.unhashed, "hash", "hashes")} off` : "",
    },
    {
      key: "mode",
      icon: Split,
      look: "text-ink-2",
      verb: "Sync mode",
      words: counts.modes ? countOf(counts.modes, "mode") : "",
    },
    {
      key: "key",
      icon: KeyRound,
      look: "text-ink-2",
      verb: "Primary key",
      words: counts.keys ? countOf(counts.keys, "key") : "",
    },
    {
      key: "policy",
      icon: Rows3,
      look: "text-ink-2",
      verb: "Policy",
      words: counts.policy ? "policy" : "",
    },
    {
      key: "appeared",
      icon: Plus,
      look: "text-ink-2",
      verb: "Appeared at the source",
      words: counts.appeared ? `${countOf(counts.appeared, "item")} appeared` : "",
    },
    {
      key: "deleted",
      icon: Minus,
      look: "text-ink-2",
      verb: "Gone at the source",
      words: counts.deleted ? `${countOf(counts.deleted, "item")} gone` : "",
    },
  ];
  return all.filter(({ words }) => words !== "");
}

/** Counts of changes by kind, with a shape each. */
export function ChangeDeltas({ counts, className }: { counts: ChangeCounts; className?: string }) {
  return (
    <span className={cx("flex flex-wrap gap-x-3.5 gap-y-1", className)}>
      {deltasOf(counts).map(({ key, icon: Icon, look, verb, words }) => (
        <span
          key={key}
          title={verb}
          className={cx("inline-flex items-center gap-1 whitespace-nowrap font-medium text-xs", look)}
        >
          <Icon aria-hidden="true" className="size-[13px] [stroke-width:2.25]" />
          <span className="sr-only">{verb}: </span>
          {words}
        </span>
      ))}
    </span>
  );
}
