import { SetupNetwork } from "@/components/connection-setup/setup-network";
import { SettingsGroup } from "@/components/connector-form/settings-group";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { SettingsValues } from "@/lib/model/connector/field";
import type { GroupRow } from "@/lib/model/snapshot";

/** Every group of a connector type's settings, the permanent names first. */
export function SetupFields({
  form,
  group: destination,
  before,
}: {
  form: ConnectorForm;
  group: GroupRow;
  /** What the form began with. */
  before: SettingsValues;
}) {
  return (
    <>
      <SettingsGroup
        title="Name"
        note="permanent: the tables in the destination are named by it"
        fields={form.names}
      />
      {form.groups.map(({ id, title, fields, more }) =>
        id === "network" ? (
          <SetupNetwork key={id} group={destination} before={before} />
        ) : (
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
        ),
      )}
    </>
  );
}
