"use client";
import { focusField } from "@/components/connector-form/field-place";
import { Note } from "@/components/ui/note";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { FieldIssue } from "@/lib/model/connector/field";
import { countOf } from "@/lib/model/names";

/** What has to be changed before one can go on, each with the way to it. */
export function SettingsErrors({
  form,
  issues,
  lead,
  onGo = focusField,
  labelOf,
}: {
  form: ConnectorForm;
  issues: readonly FieldIssue[];
  /** Before the count: "Not saved: ". */
  lead?: string;
  onGo?: (path: string) => void;
  /** Names of what is no field of the settings. */
  labelOf?: (path: string) => string | undefined;
}) {
  if (issues.length === 0) return null;
  const verb = issues.length === 1 ? "needs" : "need";
  return (
    <Note tone="broken" role="alert">
      <b>
        {lead}
        {countOf(issues.length, "field")} {verb} a change.
      </b>{" "}
      {issues.map((issue, at) => (
        <span key={issue.path}>
          {at > 0 ? ", " : ""}
          <button type="button" className="link" onClick={() => onGo(issue.path)}>
            {labelOf?.(issue.path) ?? labelAt(form, issue.path)}
          </button>
        </span>
      ))}
    </Note>
  );
}

/** The label of the field at a path, with the number of the entry it is in. */
export function labelAt(form: ConnectorForm, path: string): string {
  const numbers = path.split(".").filter((part) => /^\d+$/.test(part));
  const field = form.by_path.get(path.replace(/\.\d+(?=\.|$)/g, ""));
  const label = field?.label ?? path;
  return numbers.length > 0 ? `${label} of entry ${numbers.map((at) => Number(at) + 1).join(", ")}` : label;
}
