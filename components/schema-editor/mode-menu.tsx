"use client";
import { useRef } from "react";
import { modesOf, modeWords } from "@/components/schema-editor/mode-words";
import { shownName } from "@/components/schema-editor/shown-name";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { tableName } from "@/lib/model/schema/schema-tree";

const MenuPopover = lazyPiece("The menu", () =>
  import("@/components/ui/menu-popover").then((it) => it.MenuPopover),
);

/** Fetches the menu's code ahead of the press. */
export const loadModeMenu = MenuPopover.preload;

/** The sync modes of one table; there is one menu for all rows. */
export function ModeMenu({
  editor,
  node,
  button,
  onClose,
}: {
  editor: SchemaEditor;
  node: number;
  /** Where the menu hangs and the focus returns to. */
  button: HTMLButtonElement;
  onClose: () => void;
}) {
  const anchor = useRef(button);
  const mode = editor.modeOf(node);
  const table = editor.placeOf(node);
  return (
    <MenuPopover
      label={`Sync mode of ${shownName(tableName(editor.tree, table))}`}
      items={modesOf(editor.tree, table).map((id) => ({ id, label: modeWords(id), checked: id === mode }))}
      selection="single"
      anchor={anchor}
      onAction={(id) => editor.set([node], "sync_mode", id)}
      onClose={onClose}
    />
  );
}
