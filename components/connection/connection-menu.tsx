"use client";
import { BookOpen, Copy, ExternalLink, FileStack, History, RotateCw, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useClone } from "@/components/connection/use-clone";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { ConnectionDetail } from "@/lib/model/snapshot";

const ForceDialog = lazyPiece("The dialog", () =>
  import("@/components/connection/force-dialog").then((it) => it.ForceDialog),
);
const ResyncDialog = lazyPiece("The dialog", () =>
  import("@/components/connection/resync-dialog").then((it) => it.ResyncDialog),
);
const DeleteDialog = lazyPiece("The dialog", () =>
  import("@/components/connection/delete-dialog").then((it) => it.DeleteDialog),
);

const TemplateDialog = lazyPiece("The dialog", () =>
  import("@/components/connection/template-dialog").then((it) => it.TemplateDialog),
);

/** The acts that want a question first, and the ways out of this console. */
export function ConnectionMenu({ detail, children }: { detail: ConnectionDetail; children: ReactNode }) {
  const [asked, ask] = useState<string | null>(null);
  const close = () => ask(null);
  const { clone, cloning } = useClone(detail);
  const { service, fivetran_url, row } = detail;
  const items: MenuItem[] = [
    {
      id: "force",
      label: "Force sync",
      icon: RotateCw,
      offBecause: row.paused ? "Paused: resume it first" : undefined,
    },
    { id: "resync", label: "Re-sync everything", icon: History },
    {
      id: "clone",
      label: "Clone",
      icon: Copy,
      separated: true,
      offBecause: cloning ? "It is being cloned" : undefined,
    },
    { id: "template", label: "Save as template", icon: FileStack },
    { id: "fivetran", label: "Open in Fivetran", icon: ExternalLink, href: fivetran_url, separated: true },
    ...(service.link_to_docs
      ? [{ id: "docs", label: `${service.name} documentation`, icon: BookOpen, href: service.link_to_docs }]
      : []),
    { id: "delete", label: "Delete connection", icon: Trash2, danger: true, separated: true },
  ];
  return (
    <>
      <Menu
        label={`More for ${row.schema}`}
        items={items}
        onAction={(act) => (act === "clone" ? clone() : ask(act))}
        className="inline-grid size-control place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink"
      >
        {children}
      </Menu>
      {asked === "force" ? <ForceDialog detail={detail} onClose={close} /> : null}
      {asked === "resync" ? <ResyncDialog detail={detail} onClose={close} /> : null}
      {asked === "template" ? <TemplateDialog detail={detail} onClose={close} /> : null}
      {asked === "delete" ? <DeleteDialog detail={detail} onClose={close} /> : null}
    </>
  );
}
