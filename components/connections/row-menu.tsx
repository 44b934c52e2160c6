"use client";
import { ArrowRight, Pause, Play, RefreshCw } from "lucide-react";
import { useRef } from "react";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { MenuItem } from "@/components/ui/menu";
import { healthOf } from "@/lib/model/health";
import type { ConnectionRow } from "@/lib/model/snapshot";

export type RowAct = "sync" | "pause" | "resume" | "open";

const MenuPopover = lazyPiece("The menu", () =>
  import("@/components/ui/menu-popover").then((it) => it.MenuPopover),
);

/** Fetches the menu's code ahead of the press. */
export const loadRowMenu = MenuPopover.preload;

/**
 * What can be done to one row without leaving the list. There is one menu for all rows, since a menu of its own
 * in each would triple the cost of drawing them.
 */
export function RowMenu({
  row,
  button,
  onAct,
  onClose,
}: {
  row: ConnectionRow;
  /** The row's button, where the menu hangs and the focus returns to. */
  button: HTMLButtonElement;
  onAct: (act: RowAct, row: ConnectionRow) => void;
  onClose: () => void;
}) {
  const anchor = useRef(button);
  return (
    <MenuPopover
      label={`Actions for ${row.schema}`}
      items={itemsOf(row)}
      selection="none"
      anchor={anchor}
      onAction={(id) => onAct(id as RowAct, row)}
      onClose={onClose}
    />
  );
}

function itemsOf(row: ConnectionRow): MenuItem[] {
  const health = healthOf(row);
  return [
    { id: "open", label: "Open", icon: ArrowRight },
    { id: "sync", label: "Sync now", icon: RefreshCw, separated: true, offBecause: whyNoSync(health) },
    health === "paused"
      ? { id: "resume", label: "Resume", icon: Play }
      : { id: "pause", label: "Pause", icon: Pause },
  ];
}

function whyNoSync(health: ReturnType<typeof healthOf>): string | undefined {
  if (health === "paused") return "It is paused";
  if (health === "syncing") return "A sync is running";
  return health === "incomplete" ? "The setup is not finished" : undefined;
}
