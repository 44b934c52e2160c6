"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { connectionTemplates, saveTemplate } from "@/lib/queries/connection-templates";
import { notify } from "@/lib/queries/notice";

/** Keeps the choices of a connection under a name, for new connections to begin with. */
export function TemplateDialog({ detail, onClose }: { detail: ConnectionDetail; onClose: () => void }) {
  const { row, service } = detail;
  const client = useQueryClient();
  const form = useId();
  const [name, setName] = useState(`${service.name}, as ${row.schema}`);
  const [empty, setEmpty] = useState(false);
  const save = useMutation({
    mutationFn: () => saveTemplate({ name: name.trim(), connection_id: row.id }),
    onSuccess: async (template) => {
      notify({ title: "Template saved", name: template.name, tone: "done" });
      onClose();
      await client.invalidateQueries({ queryKey: connectionTemplates.queryKey });
    },
  });
  const ofName = save.error instanceof ApiError && save.error.facts.field === "name";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(name.trim() === "");
    if (name.trim() !== "" && !save.isPending) save.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Save as template"
      dismissable={!save.isPending}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" pending={save.isPending}>
            Save template
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3" noValidate>
        <Field
          label="Name of the template"
          error={
            empty && name.trim() === ""
              ? "A template needs a name."
              : ofName && save.error
                ? messageOf(save.error)
                : undefined
          }
        >
          {(control) => (
            <Input
              {...control}
              autoFocus
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
      <p>
        It holds the settings, the network and the schedule of{" "}
        <span className="mono wrap-anywhere">{row.schema}</span> as they are now, and which of its tables and
        columns sync or are hashed. It holds no secrets and no name: a new connection asks for both. Everybody
        of this account sees it under “New connection”.
      </p>
      {save.error && !ofName ? (
        <Note tone="broken" role="alert">
          <b>Not saved.</b> {messageOf(save.error)}
        </Note>
      ) : null}
    </Dialog>
  );
}
