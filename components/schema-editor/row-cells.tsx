import { ChevronDown, ChevronRight, KeyRound, Lock, ScanEye } from "lucide-react";
import { INDENTS } from "@/components/schema-editor/grid-columns";
import { HashButton } from "@/components/schema-editor/hash-button";
import { modeWords } from "@/components/schema-editor/mode-words";
import type { RowActs } from "@/components/schema-editor/row-acts";
import type { RowFacts } from "@/components/schema-editor/row-facts";
import { shownName } from "@/components/schema-editor/shown-name";
import { cx } from "@/components/ui/cx";
import { Switch } from "@/components/ui/switch";

/** Of every cell: whose row it is, and where Tab goes in the focused row. */
export interface CellProps {
  node: number;
  facts: RowFacts;
  tabIndex: 0 | -1;
  acts: RowActs;
}

const WEIGHTS = ["", "font-semibold", "font-medium", ""] as const;

export function NameCell({
  node,
  facts,
  tabIndex,
  acts,
  open,
  selected,
  canEditKeys,
}: CellProps & { open: boolean | null; selected: boolean; canEditKeys: boolean }) {
  const { name, level } = facts;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div className={cx("flex h-full min-w-0 items-center gap-1.5", INDENTS[level])}>
      {open === null ? (
        <span className="w-4 shrink-0" />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => acts.toggleOpen(node)}
          className="-mx-1 inline-grid size-6 shrink-0 place-items-center rounded-1 text-ink-3 hover:text-ink"
        >
          <Chevron className="icon-sm" />
        </button>
      )}
      <span className="relative inline-grid size-[15px] shrink-0">
        <input
          type="checkbox"
          checked={selected}
          tabIndex={tabIndex}
          aria-label={`Select ${shownName(name)}`}
          onChange={(event) => acts.select(node, (event.nativeEvent as MouseEvent).shiftKey)}
          className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-[4px] border border-line-control bg-center bg-surface bg-no-repeat before:absolute before:-inset-1.5 checked:border-accent checked:bg-accent checked:after:absolute checked:after:top-[1.5px] checked:after:left-[4px] checked:after:h-2 checked:after:w-1 checked:after:rotate-45 checked:after:border-on-accent checked:after:border-r-2 checked:after:border-b-2"
        />
      </span>
      {level === 3 ? <KeyMark {...{ node, facts, tabIndex, acts, canEditKeys }} /> : null}
      <bdi
        data-name=""
        className={cx(
          "mono truncate",
          WEIGHTS[level],
          name === "" && "font-sans italic",
          facts.draft || (level < 3 && facts.effective)
            ? "font-medium text-ink"
            : facts.effective
              ? "text-ink-2"
              : "text-ink-3",
        )}
      >
        {shownName(name)}
      </bdi>
      {facts.count ? (
        <small className="min-w-0 shrink-[1000] truncate text-2xs text-ink-3">{facts.count}</small>
      ) : null}
      {facts.noteWords ? <span className="sr-only @min-[560px]:hidden">{facts.noteWords}</span> : null}
    </div>
  );
}

function KeyMark({ node, facts, tabIndex, acts, canEditKeys }: CellProps & { canEditKeys: boolean }) {
  const icon = (
    <KeyRound
      aria-hidden="true"
      className={cx("icon-sm", facts.isKey ? "text-delayed-fill" : "text-ink-3")}
    />
  );
  if (canEditKeys && !facts.syncLocked)
    return (
      <button
        type="button"
        tabIndex={tabIndex}
        aria-pressed={facts.isKey}
        aria-label={`Primary key ${shownName(facts.name)}`}
        title={
          facts.isKey ? "Primary key: press to take it out of the key" : "Make it a part of the primary key"
        }
        onClick={() => acts.toggleKey(node)}
        className={cx(
          "-mx-1 inline-grid size-6 shrink-0 place-items-center rounded-1 hover:bg-pressed",
          !facts.isKey && "opacity-0 group-focus-within:opacity-100 group-hover:opacity-100",
        )}
      >
        {icon}
      </button>
    );
  if (!facts.isKey) return null;
  return (
    <span title="Primary key" className="inline-grid">
      {icon}
      <span className="sr-only">Primary key</span>
    </span>
  );
}

export function SyncCell({ node, facts, tabIndex, acts }: CellProps) {
  const { sync, syncLocked, level, name, noteWords } = facts;
  return (
    <Switch
      checked={sync !== "off"}
      mixed={level < 3 ? sync === "mixed" : undefined}
      disabled={syncLocked}
      tabIndex={tabIndex}
      aria-label={`Sync ${shownName(name)}`}
      title={syncLocked ? noteWords : undefined}
      onChange={() => acts.toggleSync(node)}
      className="align-middle"
    />
  );
}

export function HashCell({ node, facts, tabIndex, acts }: CellProps) {
  return (
    <HashButton
      name={shownName(facts.name)}
      level={facts.level}
      hash={facts.hash}
      hashLocked={facts.hashLocked}
      hashed={facts.hashed}
      hashable={facts.hashable}
      tabIndex={tabIndex}
      onPress={() => acts.toggleHash(node)}
    />
  );
}

export function ModeCell({ node, facts, tabIndex, acts }: CellProps) {
  if (!facts.mode) return null;
  if (facts.modeLocked) return modeWords(facts.mode);
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-haspopup="menu"
      aria-label={`Sync mode of ${shownName(facts.name)}, ${modeWords(facts.mode)}`}
      onClick={(event) => acts.openModes(node, event.currentTarget)}
      className="-mx-1 inline-flex h-6 max-w-full items-center gap-1 rounded-1 px-1 align-middle hover:bg-pressed hover:text-ink focus-visible:-outline-offset-2"
    >
      <span className="truncate">{modeWords(facts.mode)}</span>
      <ChevronDown aria-hidden="true" className="size-3 shrink-0 text-ink-3" />
    </button>
  );
}

export function NoteCell({ words, look }: { words: string; look: RowFacts["noteLook"] }) {
  const Icon = look === "lock" ? Lock : look === "personal" ? ScanEye : null;
  return (
    <span title={words || undefined} className={look === "personal" ? "text-delayed-text" : undefined}>
      {Icon ? <Icon aria-hidden="true" className="-mt-0.5 mr-1 inline size-3" /> : null}
      {words}
    </span>
  );
}
