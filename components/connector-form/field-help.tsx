"use client";
import { type ReactNode, useSyncExternalStore } from "react";
import { standingWords } from "@/components/connector-form/field-words";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { MoreText } from "@/components/ui/more-text";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field } from "@/lib/model/connector/field";

/** Words at the right of the label: needed or optional, and what has to be typed once more. */
export function FieldHint({ field, path, needed }: { field: Field; path: string; needed: boolean }) {
  const words = field.kind === "boolean" ? null : needed ? "needed" : "optional";
  return field.secret || field.item?.secret ? <SecretHint path={path} words={words} /> : words;
}

function SecretHint({ path, words }: { path: string; words: string | null }) {
  const { lost, kept } = useSettings();
  const read = () => lost.has(path);
  const again = useSyncExternalStore(lost.subscribe, read, read);
  if (again) return <b className="font-medium text-delayed-text">type it again</b>;
  return kept.has(path) ? null : words;
}

const FORMATS = {
  pem: "A PEM text, from the line that begins it to the line that ends it.",
  json_key: "A key as a JSON file.",
};

interface HelpFacts {
  help: string;
  example: string | null;
  standing: string | null;
  permanent: boolean;
}

/**
 * What a field means, an example, and what Fivetran takes where it is left empty; undefined where there is nothing to
 * say.
 */
export function fieldHelp(field: Field, needed: boolean, form: ConnectorForm): ReactNode {
  const plain = field.kind !== "boolean" && field.kind !== "enum" && !needed;
  const standing = plain ? standingWords(field) : null;
  const facts: HelpFacts = {
    help: [field.help, field.format ? FORMATS[field.format] : ""].filter(Boolean).join(" "),
    // A value that holds by itself is the best example.
    example: field.standing === null ? field.example : null,
    standing,
    // Of what names the connection the heading says so.
    permanent: field.immutable && !form.names.includes(field),
  };
  const silent = !facts.help && facts.example === null && standing === null && !facts.permanent;
  return silent ? undefined : <Help {...facts} />;
}

function Help({ help, example, standing, permanent }: HelpFacts) {
  return (
    <>
      {help ? <MoreText text={help} /> : null}
      {example === null ? null : (
        <>
          {" "}
          Example: <code className="wrap-anywhere text-2xs text-ink-2">{example}</code>
        </>
      )}
      {standing === null ? null : (
        <>
          {" "}
          Left empty, Fivetran takes <code className="text-2xs text-ink-2">{standing}</code>.
        </>
      )}
      {permanent ? <b className="block font-medium text-ink-2">Permanent once created.</b> : null}
    </>
  );
}
