"use client";
import { useSyncExternalStore } from "react";
import { standingWords } from "@/components/connector-form/field-words";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { MoreText } from "@/components/ui/more-text";
import type { Field } from "@/lib/model/connector/field";

/** Words at the right of the label: needed or optional, and what has to be typed once more. */
export function FieldHint({ field, path, needed }: { field: Field; path: string; needed: boolean }) {
  const { lost, kept } = useSettings();
  const read = () => lost.has(path);
  const again = useSyncExternalStore(lost.subscribe, read, read);
  if (again) return <b className="font-medium text-delayed-text">type it again</b>;
  if (kept.has(path) || field.kind === "boolean") return null;
  return needed ? "needed" : "optional";
}

const FORMATS = {
  pem: "A PEM text, from the line that begins it to the line that ends it.",
  json_key: "A key as a JSON file.",
};

/** What a field means, an example, and what Fivetran takes where it is left empty; null where there is nothing to say. */
export function FieldHelp({ field }: { field: Field }) {
  const standing = field.kind === "boolean" || field.kind === "enum" ? null : standingWords(field);
  const help = [field.help, field.format ? FORMATS[field.format] : ""].filter(Boolean).join(" ");
  if (!help && !field.example && standing === null && !field.immutable) return null;
  return (
    <>
      {help ? <MoreText text={help} /> : null}
      {field.example ? (
        <>
          {help ? " " : ""}
          Example: <code className="wrap-anywhere text-2xs text-ink-2">{field.example}</code>
        </>
      ) : null}
      {standing === null ? null : (
        <>
          {help || field.example ? " " : ""}
          Left empty, Fivetran takes <code className="text-2xs text-ink-2">{standing}</code>.
        </>
      )}
      {field.immutable ? <b className="block font-medium text-ink-2">Permanent once created.</b> : null}
    </>
  );
}
