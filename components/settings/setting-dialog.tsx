"use client";
import { type ReactNode, useId } from "react";
import { MeanwhileNote } from "@/components/settings/meanwhile-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { messageOf } from "@/lib/queries/api-error";

/**
 * The dialog in which an objective, a rule or a channel is made or changed: what was typed stays when it could not be
 * saved, and what somebody else saved meanwhile is told before it is saved over.
 */
export function SettingDialog({
  noun,
  title,
  meanwhile,
  save,
  onSubmit,
  onClose,
  children,
}: {
  /** "rule" */
  noun: string;
  title: string;
  /** What became of it since the dialog was opened; null for nothing. */
  meanwhile: "changed" | "deleted" | null;
  save: { isPending: boolean; error: unknown };
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      width="lg"
      title={title}
      dismissable={!save.isPending}
      actions={
        <>
          <Button onClick={onClose} offBecause={save.isPending ? "Wait for the answer" : undefined}>
            Cancel
          </Button>
          <Button type="submit" form={form} look="primary" pending={save.isPending}>
            {meanwhile ? "Save over it" : `Save ${noun}`}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
        className="grid gap-4"
      >
        {meanwhile ? <MeanwhileNote noun={noun} deleted={meanwhile === "deleted"} /> : null}
        {children}
        {save.error ? (
          <Note tone="broken" role="alert">
            <b>Not saved.</b> {messageOf(save.error)} What you typed is kept here.
          </Note>
        ) : null}
      </form>
    </Dialog>
  );
}
