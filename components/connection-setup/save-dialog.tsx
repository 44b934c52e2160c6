"use client";
import { useState } from "react";
import type { ReviewedEdit } from "@/components/connection-setup/use-save-settings";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { Segmented } from "@/components/ui/segmented";
import { changedFields } from "@/lib/model/connector/changed-settings";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import type { EditConflict } from "@/lib/model/connector/rebase-edit";
import { typedAt, withTyped } from "@/lib/model/connector/typed-value";
import { typedChange, typedWords } from "@/lib/model/connector/typed-words";
import { countOf, listOf } from "@/lib/model/names";

type Side = "theirs" | "mine";
type NameOf = (field: Field, typed: unknown) => string | undefined;

/** What would change in Fivetran, field by field, and what somebody else changed meanwhile. Nothing has been sent. */
export function SaveDialog({
  form,
  reviewed,
  name,
  nameOf,
  saving,
  onSave,
  onTake,
  onClose,
}: {
  form: ConnectorForm;
  reviewed: ReviewedEdit;
  name: string;
  /** What a value that is only an id is called; undefined for any other. */
  nameOf: NameOf;
  saving: boolean;
  onSave: (values: SettingsValues) => void;
  /** Nothing is left to send: the form begins anew with what Fivetran has. */
  onTake: () => void;
  onClose: () => void;
}) {
  const { conflicts, theirs, fresh } = reviewed;
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  const settled = conflicts.every(({ field }) => sides.has(field.path));
  const values = conflicts
    .filter(({ field }) => sides.get(field.path) === "theirs")
    .reduce((kept, { field, theirs: value }) => withTyped(kept, field, value), reviewed.values);
  const changes = changedFields(form, fresh.values, values);
  const nothing = changes.length === 0;
  return (
    <Dialog
      open
      onClose={onClose}
      dismissable={!saving}
      width="lg"
      title={
        <>
          Save {nothing ? "settings" : countOf(changes.length, "setting")} of{" "}
          <span className="mono wrap-anywhere">{name}</span>?
        </>
      }
      actions={
        <>
          <Button onClick={onClose} offBecause={saving ? "Wait for the answer" : undefined}>
            Back to the form
          </Button>
          {nothing && settled ? (
            <Button look="primary" onClick={onTake}>
              Show what Fivetran has
            </Button>
          ) : (
            <Button
              look="primary"
              pending={saving}
              offBecause={settled ? undefined : "Say first which value is to stand"}
              onClick={() => onSave(values)}
            >
              Save
            </Button>
          )}
        </>
      }
    >
      {conflicts.length > 0 ? (
        <Conflicts
          conflicts={conflicts}
          sides={sides}
          nameOf={nameOf}
          onSide={(path, side) => setSides(new Map(sides).set(path, side))}
        />
      ) : null}
      {theirs.length > 0 ? (
        <Note>
          <b>Changed elsewhere since you opened the form:</b> {listOf(theirs.map(({ label }) => label))}. That
          stays as it is there.
        </Note>
      ) : null}
      {nothing ? (
        <p>Nothing is left to save: Fivetran has these values already.</p>
      ) : (
        <Changes fields={changes} reviewed={reviewed} values={values} nameOf={nameOf} />
      )}
      <p className="text-ink-3 text-xs">
        Only these are sent. No test is run by it; you may run the setup tests afterwards.
      </p>
    </Dialog>
  );
}

function Changes({
  fields,
  reviewed: { fresh },
  values,
  nameOf,
}: {
  fields: readonly Field[];
  reviewed: ReviewedEdit;
  values: SettingsValues;
  nameOf: NameOf;
}) {
  const stands = (path: string) => fresh.kept.some((kept) => kept === path || kept.startsWith(`${path}.`));
  return (
    <div className="overflow-x-auto rounded-2 border border-line">
      <table className="w-full text-left text-xs [&_td]:px-2.5 [&_td]:py-1.5 [&_th]:px-2.5 [&_th]:py-1.5">
        <thead className="bg-sunken text-ink-3">
          <tr>
            <th className="font-medium">Setting</th>
            <th className="font-medium">Now</th>
            <th className="font-medium">Becomes</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const [was, becomes] = [typedAt(fresh.values, field), typedAt(values, field)];
            const { from, to } = typedChange(field, was, becomes, stands(field.path));
            return (
              <tr key={field.path} className="border-line border-t align-top">
                <th scope="row" className="font-medium text-ink" title={field.path}>
                  {field.label}
                </th>
                <td className="wrap-anywhere text-ink-2">{nameOf(field, was) ?? from}</td>
                <td className="wrap-anywhere text-ink">{nameOf(field, becomes) ?? to}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Conflicts({
  conflicts,
  sides,
  nameOf,
  onSide,
}: {
  conflicts: readonly EditConflict[];
  sides: ReadonlyMap<string, Side>;
  nameOf: NameOf;
  onSide: (path: string, side: Side) => void;
}) {
  const words = (field: Field, typed: unknown) => nameOf(field, typed) ?? typedWords(field, typed);
  return (
    <section aria-label="Changed by somebody else too" className="grid gap-2">
      <Note tone="delayed">
        <b>
          {countOf(conflicts.length, "setting")} {conflicts.length === 1 ? "was" : "were"} changed by somebody
          else too.
        </b>{" "}
        Say which value is to stand.
      </Note>
      <ul className="grid gap-2">
        {conflicts.map(({ field, base, theirs, mine }) => (
          <li
            key={field.path}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2 border border-line px-3 py-2 text-xs"
          >
            <span className="wrap-anywhere min-w-0 flex-1 basis-64 text-ink-2">
              <b className="font-medium text-ink">{field.label}</b> was {words(field, base)}; now{" "}
              {words(field, theirs)} in Fivetran; yours {words(field, mine)}.
            </span>
            <Segmented
              label={`${field.label}: which value stands`}
              measure="sm"
              value={sides.get(field.path) ?? ("" as Side)}
              onChange={(side) => onSide(field.path, side)}
              options={[
                { value: "theirs", label: "Keep theirs" },
                { value: "mine", label: "Keep mine" },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
