import { KeyRound, type LucideIcon, Minus, Plus, Rows3, Shield, ShieldCheck, Split } from "lucide-react";
import { modeWords } from "@/components/schema-editor/mode-words";
import { itemsWords } from "@/components/schema-editor/outcome-words";
import { policyName } from "@/components/schema-editor/policy-words";
import { eachField, eachItem } from "@/lib/model/schema/change-fields";
import type { Change, SchemaChanges, SchemaField, SchemaPath } from "@/lib/model/schema/schema-changes";

export interface ChangeLine {
  path: SchemaPath;
  /** At the right: what it was before, or what kind of item it is. */
  remark: string;
}

export interface ChangeGroup {
  title: string;
  icon: LucideIcon;
  look: string;
  lines: ChangeLine[];
  /** "4 columns" */
  count: string;
}

type Key = "hash" | "unhash" | "start" | "stop" | "mode" | "key" | "policy" | "appeared" | "gone";

const LOOKS: Record<Key, Pick<ChangeGroup, "title" | "icon" | "look">> = {
  unhash: { title: "Un-hash", icon: Shield, look: "text-(--changed-text)" },
  policy: { title: "Policy", icon: Rows3, look: "text-ink-3" },
  hash: { title: "Hash", icon: ShieldCheck, look: "text-accent-text" },
  start: { title: "Start syncing", icon: Plus, look: "text-(--added-text)" },
  stop: { title: "Stop syncing", icon: Minus, look: "text-(--removed-text)" },
  mode: { title: "Sync mode", icon: Split, look: "text-ink-3" },
  key: { title: "Primary key", icon: KeyRound, look: "text-ink-3" },
  appeared: { title: "Appeared at the source", icon: Plus, look: "text-ink-3" },
  gone: { title: "Gone at the source", icon: Minus, look: "text-ink-3" },
};
const ORDER = Object.keys(LOOKS) as Key[];
const KINDS = ["", "schema", "table", "column"] as const;

/** Changes in plain words, those that need most thought first. */
export function changeGroups(changes: SchemaChanges): ChangeGroup[] {
  const lines = new Map<Key, ChangeLine[]>(ORDER.map((key) => [key, []]));
  eachItem(changes, (path, { seen }) => {
    if (!seen) return;
    const came = seen === "appeared" || seen === "returned";
    const remark = `${KINDS[path.length]}${seen === "returned" ? ", was deleted" : seen === "removed" ? ", not listed any more" : ""}`;
    lines.get(came ? "appeared" : "gone")?.push({ path, remark });
  });
  eachField(changes, (path, field, change, seen) => {
    if (seen) return;
    lines.get(keyOf(field, change))?.push({ path, remark: remarkOf(path, field, change) });
  });
  return ORDER.flatMap((key) => {
    const of = lines.get(key) ?? [];
    return of.length === 0 ? [] : [{ ...LOOKS[key], lines: of, count: countWords(of) }];
  });
}

function keyOf(field: SchemaField, [, to]: Change<string | boolean>): Key {
  if (field === "schema_change_handling") return "policy";
  if (field === "sync_mode") return "mode";
  if (field === "is_primary_key") return "key";
  if (field === "hashed") return to ? "hash" : "unhash";
  return to ? "start" : "stop";
}

function remarkOf(path: SchemaPath, field: SchemaField, change: Change<string | boolean>): string {
  if (field === "schema_change_handling") return fromTo(change, policyName);
  if (field === "sync_mode") return fromTo(change, (mode) => modeWords(mode).toLowerCase());
  if (field === "is_primary_key") return change[1] ? "becomes a key" : "no key any more";
  if (field === "hashed") return change[1] ? "in clear before" : "hashed before";
  return KINDS[path.length] ?? "";
}

const fromTo = ([from, to]: Change<string | boolean>, words: (value: string) => string): string =>
  `${words(String(from))} to ${words(String(to))}`;

function countWords(lines: readonly ChangeLine[]): string {
  const of = (length: number) => lines.filter(({ path }) => path.length === length).length;
  if (of(0) > 0) return "";
  return itemsWords({ schemas: of(1), tables: of(2), columns: of(3) });
}
