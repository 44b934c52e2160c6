"use client";
import type { QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { capital } from "@/lib/model/names";
import { messageOf } from "@/lib/queries/api-error";
import { useToldAct } from "@/lib/queries/use-told-act";

/** Asks before a setting goes; a failure is told in the dialog, which stays. */
export function DeleteDialog({
  noun,
  name,
  queryKey,
  run,
  open,
  onClose,
  children,
}: {
  /** "channel" */
  noun: string;
  /** What people call it; absent where it has no name. */
  name?: string;
  /** Under which it is held. */
  queryKey: QueryKey;
  run: () => Promise<unknown>;
  open: boolean;
  onClose: () => void;
  /** What follows. */
  children: ReactNode;
}) {
  const told = `${capital(noun)} deleted`;
  const remove = useToldAct(queryKey, {
    run,
    done: () => (name === undefined ? told : `${told}: ${name}`),
    failed: "Not deleted",
    after: onClose,
    quiet: true,
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => remove.mutate(undefined)}
      title={name === undefined ? `Delete this ${noun}?` : `Delete the ${noun} ${name}?`}
      verb={`Delete ${noun}`}
      danger
      pending={remove.isPending}
      error={remove.error ? messageOf(remove.error) : undefined}
    >
      <p>{children}</p>
    </ConfirmDialog>
  );
}
