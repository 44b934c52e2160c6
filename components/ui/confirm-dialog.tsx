"use client";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";

/**
 * A question before an act. With `typed` the person writes that text (the connection's name) first; what was
 * typed stays when the act fails, and the reason is shown in the dialog.
 */
export function ConfirmDialog(props: {
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: ReactNode;
  /** The verb on the button: "Delete connection". */
  verb: string;
  danger?: boolean;
  typed?: string;
  pending?: boolean;
  error?: ReactNode;
  children: ReactNode;
}) {
  return props.open ? <Question {...props} /> : null;
}

function Question({
  open,
  onClose,
  onConfirm,
  title,
  verb,
  danger = false,
  typed,
  pending = false,
  error,
  children,
}: Parameters<typeof ConfirmDialog>[0]) {
  const form = useId();
  const [text, setText] = useState("");
  const ready = typed === undefined || text === typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !pending) onConfirm();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      role="alertdialog"
      dismissable={!pending}
      title={title}
      actions={
        <>
          <Button onClick={onClose} offBecause={pending ? "Wait for the answer" : undefined}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={form}
            look={danger ? "danger-fill" : "primary"}
            pending={pending}
            offBecause={ready ? undefined : "Type what is asked for first"}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
      <form id={form} onSubmit={submit} className={typed === undefined ? "hidden" : undefined}>
        {typed === undefined ? null : (
          <Field
            label={
              <>
                Type <span className="mono wrap-anywhere">{typed}</span> to go on
              </>
            }
          >
            {(control) => (
              <Input
                {...control}
                mono
                autoFocus
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        )}
      </form>
      {error ? (
        <Note tone="broken" role="alert">
          {error}
        </Note>
      ) : null}
    </Dialog>
  );
}
