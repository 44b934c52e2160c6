"use client";
import { X } from "lucide-react";
import { Heading, Modal, ModalOverlay, Dialog as Pane } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import type { DialogProps } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";

/** What `Dialog` loads. */
export function DialogPanel({
  open,
  onClose,
  title,
  actions,
  role = "dialog",
  width = "md",
  dismissable = true,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable={dismissable && role === "dialog"}
      isKeyboardDismissDisabled={!dismissable}
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-scrim p-4 pt-[12vh] max-sm:items-end max-sm:p-0 max-sm:pt-8"
    >
      <Modal
        className={cx(
          "w-full rounded-4 border border-line-strong bg-raised shadow-modal data-[entering]:animate-pop max-sm:rounded-b-none",
          width === "lg" ? "max-w-[720px]" : "max-w-[520px]",
        )}
      >
        <Pane role={role} className="grid outline-none">
          <div className="flex items-start gap-3 px-5 pt-4 pb-1">
            <Heading slot="title" className="wrap-anywhere min-w-0 flex-1 font-semibold text-lg">
              {title}
            </Heading>
            {dismissable ? (
              <IconButton label="Close" onClick={onClose} className="-my-0.5 -mr-1.5 max-sm:-my-1.5">
                <X aria-hidden="true" />
              </IconButton>
            ) : null}
          </div>
          <div className="grid gap-3 px-5 pt-1 pb-4 text-ink-2">{children}</div>
          {actions ? (
            <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{actions}</div>
          ) : null}
        </Pane>
      </Modal>
    </ModalOverlay>
  );
}
