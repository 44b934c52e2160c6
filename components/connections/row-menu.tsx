"use client";
import { Ellipsis, ExternalLink, Pause, Play, RefreshCw } from "lucide-react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { healthOf } from "@/lib/model/health";
import type { ConnectionRow } from "@/lib/model/snapshot";

export type RowAct = "sync" | "pause" | "resume" | "open";

/** What can be done to one row without leaving the list. */
export function RowMenu({
  row,
  focusable,
  onAct,
}: {
  row: ConnectionRow;
  /** Whether Tab reaches it: only in the row where the keyboard is. */
  focusable: boolean;
  onAct: (act: RowAct, row: ConnectionRow) => void;
}) {
  return (
    <Menu
      label={`Actions for ${row.schema}`}
      items={itemsOf(row)}
      onAction={(id) => onAct(id as RowAct, row)}
      trigger={{ tabIndex: focusable ? 0 : -1, title: `Actions for ${row.schema}` }}
      className="inline-grid size-6 place-items-center rounded-2 text-ink-3 hover:bg-pressed hover:text-ink max-sm:size-9"
    >
      <Ellipsis aria-hidden="true" className="icon-sm" />
    </Menu>
  );
}

function itemsOf(row: ConnectionRow): MenuItem[] {
  const health = healthOf(row);
  const paused = health === "paused";
  return [
    { id: "open", label: "Open", icon: ExternalLink },
    { id: "sync", label: "Sync now", icon: RefreshCw, separated: true, offBecause: whyNoSync(health) },
    paused ? { id: "resume", label: "Resume", icon: Play } : { id: "pause", label: "Pause", icon: Pause },
  ];
}

function whyNoSync(health: ReturnType<typeof healthOf>): string | undefined {
  if (health === "paused") return "It is paused";
  if (health === "syncing") return "A sync is running";
  return health === "incomplete" ? "The setup is not finished" : undefined;
}
