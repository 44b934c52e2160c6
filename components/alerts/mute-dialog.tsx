"use client";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { BROWSER, fieldTimeIn, timeOfField } from "@/lib/model/zone";
import { messageOf } from "@/lib/queries/api-error";

export interface MuteDialogProps {
  name: string;
  pending: boolean;
  error: Error | null;
  onMute: (until: number) => void;
  onClose: () => void;
}

/** Asks until when an alert is to be muted. */
export function MuteDialog({ name, pending, error, onMute, onClose }: MuteDialogProps) {
  const form = useId();
  const [text, setText] = useState(() => fieldTimeIn(Date.now() + 8 * 3_600_000, BROWSER));
  const [wrong, setWrong] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = timeOfField(text, BROWSER);
    if (until === null) setWrong("A date and a time are needed.");
    else if (until <= Date.now()) setWrong("The time has to lie ahead.");
    else if (!pending) {
      setWrong(undefined);
      onMute(until);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Mute ${name}`}
      dismissable={!pending}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" pending={pending}>
            Mute
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="grid gap-3">
        <Field
          label="Until"
          help="In this browser’s time. Nobody is told of it before then, even if it ends and comes back."
          error={wrong}
        >
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        {error ? (
          <Note tone="broken" role="alert">
            <b>Not muted.</b> {messageOf(error)}
          </Note>
        ) : null}
      </form>
    </Dialog>
  );
}
