"use client";
import type { ReactNode } from "react";
import { lazyPiece } from "@/components/ui/lazy-piece";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Buttons at the foot, the way out first. */
  actions?: ReactNode;
  /** `alertdialog` for questions that must be answered. */
  role?: "dialog" | "alertdialog";
  width?: "md" | "lg";
  /** False while work is under way: Escape and a press outside then do nothing. */
  dismissable?: boolean;
  children: ReactNode;
}

const DialogPanel = lazyPiece<DialogProps>("The dialog", () =>
  import("@/components/ui/dialog-panel").then((it) => it.DialogPanel),
);

/** A modal dialog. Its code is loaded when it first opens; focus returns to where it was. */
export function Dialog(props: DialogProps) {
  return props.open ? <DialogPanel {...props} /> : null;
}
