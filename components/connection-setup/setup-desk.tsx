"use client";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { FromFivetran } from "@/components/connection-setup/from-fivetran";
import { SaveDialog } from "@/components/connection-setup/save-dialog";
import { SetupFields } from "@/components/connection-setup/setup-fields";
import { useChangeCount } from "@/components/connection-setup/use-change-count";
import { useNetworkNames } from "@/components/connection-setup/use-network-names";
import { useSaveSettings } from "@/components/connection-setup/use-save-settings";
import { focusField } from "@/components/connector-form/field-place";
import { SettingsErrors } from "@/components/connector-form/settings-errors";
import {
  SettingsFormContext,
  useIssues,
  useSettingsForm,
} from "@/components/connector-form/use-settings-form";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { Connection } from "@/lib/model/connection";
import { changedFields } from "@/lib/model/connector/changed-settings";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { valuesOf } from "@/lib/model/connector/values-of";
import { countOf } from "@/lib/model/names";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { type SetupEdit, setupEdit } from "@/lib/queries/setup-edit";

export interface SetupFoot {
  words: ReactNode;
  children: ReactNode;
}

export interface SetupDeskProps {
  detail: ConnectionDetail;
  form: ConnectorForm;
  /** As Fivetran has it now. */
  now: Connection;
  /** What was being edited when the page was left. */
  left: SetupEdit | null;
  /** Begins the form anew. */
  onRestart: () => void;
  onSaved: () => void;
  /** The path of the field to begin at. */
  focus?: string | null | undefined;
  /** Given as a step of the wizard: its foot, and the way back to the tests. */
  wizard?: { foot: (foot: SetupFoot) => ReactNode; onDone: () => void } | undefined;
}

/** The same form as for a new connection, on what it has: only what is touched is sent, after a look at the difference. */
export function SetupDesk({ detail, form, now, left, onRestart, onSaved, focus, wizard }: SetupDeskProps) {
  const client = useQueryClient();
  const base = left?.base ?? now;
  const before = useMemo(() => valuesOf(form, base), [form, base]);
  const settings = useSettingsForm({
    form,
    mode: "edit",
    kept: before.kept,
    before: before.values,
    initial: left?.values ?? before.values,
  });
  const issues = useIssues(settings);
  const changes = useChangeCount(settings, before.values);
  const [restored, setRestored] = useState(left !== null);
  const nameOf = useNetworkNames(detail.group.id);
  const save = useSaveSettings({ detail, settings, before });
  const ended = useRef(false);

  const keep = useEffectEvent(() => {
    const values = settings.values();
    const touched = changedFields(form, before.values, values).length > 0;
    const edit = ended.current || !touched ? null : { base, values };
    client.setQueryData(setupEdit(detail.row.id).queryKey, edit);
  });
  useEffect(() => () => keep(), []);
  useEffect(() => {
    if (changes === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [changes]);
  useEffect(() => {
    if (!focus) return;
    // A step that has just been come to gives the keyboard to its title first.
    const frame = requestAnimationFrame(() => focusField(focus));
    return () => cancelAnimationFrame(frame);
  }, [focus]);

  const startAnew = () => {
    ended.current = true;
    client.setQueryData(setupEdit(detail.row.id).queryKey, null);
    onRestart();
  };
  const done = () => {
    startAnew();
    onSaved();
    wizard?.onDone();
  };
  const review = () => {
    if (settings.check().length > 0) return;
    save.review();
  };
  const buttons = (
    <>
      {changes > 0 ? (
        <Button look="quiet" onClick={startAnew}>
          Discard
        </Button>
      ) : null}
      {wizard ? (
        <Button look={changes > 0 ? "quiet" : "secondary"} onClick={wizard.onDone}>
          Back to the tests
        </Button>
      ) : null}
      {wizard && changes === 0 ? null : (
        <Button
          look="primary"
          pending={save.reading}
          offBecause={changes === 0 ? "Nothing is changed" : undefined}
          onClick={review}
        >
          Review and save
        </Button>
      )}
    </>
  );
  const words = changes === 0 ? "Nothing is changed" : `${countOf(changes, "setting")} changed, not saved`;
  return (
    <SettingsFormContext.Provider value={settings}>
      <form
        aria-label="Settings of the connection"
        autoComplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (changes > 0) review();
        }}
        className="grid max-w-[760px] gap-6"
      >
        {wizard ? (
          <p className="text-ink-2">
            The settings as Fivetran has them. Only what you change is sent, and the connection stays paused.
          </p>
        ) : null}
        {restored ? (
          <Note tone="delayed" role="status">
            <b>Your edits from before are still here,</b> kept in this tab only.{" "}
            <Button size="sm" onClick={() => setRestored(false)}>
              Hide
            </Button>
          </Note>
        ) : null}
        {save.error ? (
          <Note tone={save.unknown ? "unknown" : "broken"} role="alert">
            <b>{save.unknown ? "It is not known whether this was saved." : "Not saved."}</b>{" "}
            {messageOf(save.error)}
            {save.unknown
              ? " Review again: it reads the connection first and shows what still differs."
              : " What you typed is kept."}
          </Note>
        ) : null}
        <SettingsErrors form={form} issues={issues} lead="Not saved: " />
        <SetupFields form={form} group={detail.group} before={before.values} />
        <FromFivetran form={form} connection={now} />
        {/* Enter in a text field submits a form only where it has such a button. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true">
          Review and save
        </button>
        {wizard ? null : (
          <div
            data-foot
            className="sticky bottom-tabbar flex flex-wrap items-center gap-2 border-line border-t bg-surface py-2.5"
          >
            <span className="text-ink-3 text-xs">{words}</span>
            <span className="ml-auto flex gap-2">{buttons}</span>
          </div>
        )}
      </form>
      {wizard?.foot({ words, children: buttons })}
      {save.reviewed ? (
        <SaveDialog
          form={form}
          reviewed={save.reviewed}
          saving={save.saving}
          name={detail.row.schema}
          nameOf={nameOf}
          onSave={(values) => save.send(values, done)}
          onTake={() => {
            save.take(save.reviewed?.now ?? now);
            startAnew();
          }}
          onClose={save.close}
        />
      ) : null}
    </SettingsFormContext.Provider>
  );
}
