"use client";
import Link from "next/link";
import { useWatch } from "react-hook-form";
import { SettingsGroup } from "@/components/connector-form/settings-group";
import { Note } from "@/components/ui/note";
import { RadioCards } from "@/components/ui/radio-cards";
import { useSetup } from "@/components/wizard/setup-context";
import { connectionNameOf, nameTaken } from "@/lib/model/connector/connection-name";
import { nameWarnings } from "@/lib/model/connector/name-warnings";

/** The name, which is for good, and who spells the names of what is loaded. */
export function NamesStep() {
  const { form, group, choices, choose } = useSetup();
  return (
    <>
      <SettingsGroup title="Name" note="permanent: it cannot be changed later" fields={form.names}>
        <p className="text-ink-2">{FORMAT_WORDS[form.format]}</p>
      </SettingsGroup>
      <NamePreview key={group?.id} />
      <fieldset data-path="destination_schema_names" className="grid min-w-0 gap-2">
        <legend className="mb-3.5 flex w-full items-baseline gap-2.5 border-line border-b pb-2 font-semibold">
          Naming in the destination
          <small className="font-normal text-ink-3 text-xs">can be changed only before the first sync</small>
        </legend>
        <RadioCards
          name="destination_schema_names"
          label="Naming in the destination"
          columns={2}
          options={[
            {
              value: "FIVETRAN_NAMING",
              label: "Fivetran naming",
              note: "Schemas, tables and columns are renamed by Fivetran’s own rules, alike for all sources.",
            },
            {
              value: "SOURCE_NAMING",
              label: "Source naming",
              note: "Schemas, tables and columns keep the names that they have in the source.",
            },
          ]}
          value={choices.destination_schema_names}
          onChange={(destination_schema_names) => choose({ destination_schema_names })}
        />
      </fieldset>
    </>
  );
}

const FORMAT_WORDS = {
  schema: "The connection is called by the schema that it loads into.",
  schema_table: "The connection is called by the schema and the table that it loads into.",
  schema_prefix:
    "The connection is called by a prefix. Each schema of the source lands as one schema, the prefix before its name.",
  schema_table_group:
    "The connection is called by the schema that it loads into and a name for the group of its tables.",
};

/** The whole name as one types, and whether the destination has it already. */
function NamePreview() {
  const { form, settings, snapshot, group, choices } = useSetup();
  useWatch({ control: settings.hook.control, name: form.names.map(({ path }) => path) as never });
  const name = connectionNameOf(form, settings.values());
  const taken = name === "" ? undefined : nameTaken(snapshot.connections, group?.id ?? null, name);
  if (taken !== undefined)
    return (
      <Note tone="broken" role="status">
        <b>
          <span className="mono wrap-anywhere">{name}</span> is taken.
        </b>{" "}
        A{" "}
        <Link className="link" href={`/connections/${encodeURIComponent(taken)}`}>
          connection of that name
        </Link>{" "}
        is already in <span className="mono wrap-anywhere">{group?.name}</span>.
      </Note>
    );
  const warnings = nameWarnings(form, settings.values(), choices.destination_schema_names);
  return (
    <p role="status" className="wrap-anywhere text-ink-2">
      {name === "" ? (
        "The whole name appears here as you type."
      ) : (
        <>
          <span className="mono font-medium text-ink">
            {form.format === "schema_prefix" ? `${name}_…` : name}
          </span>{" "}
          in <span className="mono">{group?.name ?? "the destination"}</span>: no connection that this console
          knows has it.
        </>
      )}
      {warnings.map(({ path, message }) => (
        <span key={path} className="block text-delayed-text">
          {message}
        </span>
      ))}
    </p>
  );
}
