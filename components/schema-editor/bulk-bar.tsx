"use client";
import { ChevronUp, Minus, Plus, Shield, ShieldCheck, X } from "lucide-react";
import type { ReactNode } from "react";
import { modeWords } from "@/components/schema-editor/mode-words";
import { itemsWords } from "@/components/schema-editor/outcome-words";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { SelectionCounts } from "@/lib/model/schema/selected-columns";

export type BulkAct = "enable" | "disable" | "hash" | "unhash" | "keep" | "load" | "csv" | "resync" | "drop";

const ACT =
  "[&>svg]:icon-sm inline-flex h-[30px] items-center gap-1.5 whitespace-nowrap rounded-2 px-2.5 font-medium hover:bg-inverse-ink/12 focus-visible:-outline-offset-2 max-sm:h-9 max-sm:px-2";

/** What can be done with everything that is selected; edits of the draft, none of it is sent. */
export function BulkBar({
  counts,
  outcome,
  readable,
  modes,
  onAct,
  onMode,
  onClear,
}: {
  counts: SelectionCounts;
  /** What became of the last edit. */
  outcome: string | null;
  /** Tables of the selection whose columns are not all known and can be read. */
  readable: number;
  /** Sync modes that some selected table can be given. */
  modes: readonly string[];
  onAct: (act: BulkAct) => void;
  onMode: (mode: string) => void;
  onClear: () => void;
}) {
  const noTables = counts.tables === 0 ? "Select tables first" : undefined;
  const more: MenuItem[] = [
    ...modes.map((mode) => ({ id: `mode:${mode}`, label: `Sync mode: ${modeWords(mode).toLowerCase()}` })),
    { id: "keep", label: "Keep only these", separated: modes.length > 0 },
    {
      id: "load",
      label: "Load columns",
      offBecause: readable === 0 ? "All columns of the selection that can be read are loaded" : undefined,
    },
    { id: "csv", label: "Download as CSV" },
    { id: "resync", label: "Re-sync tables", offBecause: noTables, separated: true },
    {
      id: "drop",
      label: "Drop columns",
      danger: true,
      offBecause: counts.columns === 0 ? "Select blocked columns first" : undefined,
    },
  ];
  const act = (id: string) => {
    if (id.startsWith("mode:")) onMode(id.slice(5));
    else onAct(id as BulkAct);
  };
  return (
    <section
      aria-label="Selection"
      className="mx-auto w-fit max-w-full rounded-[10px] bg-inverse p-[5px] text-inverse-ink shadow-modal max-sm:w-full"
    >
      <p role="status" className={outcome ? "px-2.5 pt-1 pb-0.5 text-inverse-ink-2 text-xs" : "sr-only"}>
        {outcome}
      </p>
      <div className="flex flex-wrap items-center gap-0.5">
        <span className="px-2.5 font-medium max-sm:w-full max-sm:py-1">{itemsWords(counts)} selected</span>
        <Divider />
        <Act onClick={() => onAct("enable")} icon={<Plus aria-hidden="true" />}>
          Sync
        </Act>
        <Act onClick={() => onAct("disable")} icon={<Minus aria-hidden="true" />}>
          Stop syncing
        </Act>
        <Act onClick={() => onAct("hash")} icon={<ShieldCheck aria-hidden="true" />}>
          Hash
        </Act>
        <Act onClick={() => onAct("unhash")} icon={<Shield aria-hidden="true" />}>
          Un-hash
        </Act>
        <Menu label="More for the selection" items={more} onAction={act} className={ACT}>
          More
          <ChevronUp aria-hidden="true" />
        </Menu>
        <Divider />
        <button
          type="button"
          aria-label="Select none"
          title="Select none (Escape)"
          onClick={onClear}
          className={`${ACT} max-sm:ml-auto`}
        >
          <X aria-hidden="true" />
        </button>
      </div>
    </section>
  );
}

function Act({ icon, onClick, children }: { icon: ReactNode; onClick: () => void; children: string }) {
  return (
    <button type="button" onClick={onClick} className={ACT}>
      {icon}
      {children}
    </button>
  );
}

function Divider() {
  return <span aria-hidden="true" className="mx-1 h-[18px] w-px bg-inverse-line max-sm:hidden" />;
}
