import { SettingsGroup } from "@/components/connector-form/settings-group";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";

/** Every group of a connector type's settings, the permanent names first. */
export function SetupFields({ form }: { form: ConnectorForm }) {
  return (
    <>
      <SettingsGroup
        title="Name"
        note="permanent: the tables in the destination are named by it"
        fields={form.names}
      />
      {form.groups.map(({ id, title, fields, more }) => (
        <SettingsGroup
          key={id}
          title={title}
          note={
            fields.some(({ part }) => part === "auth")
              ? "Fivetran never shows these again; what is left empty stays as it is"
              : undefined
          }
          fields={fields}
          more={more}
        />
      ))}
    </>
  );
}
