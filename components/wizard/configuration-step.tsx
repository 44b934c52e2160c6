"use client";
import { SettingsGroup } from "@/components/connector-form/settings-group";
import { FieldFinder } from "@/components/wizard/field-finder";
import { useSetup } from "@/components/wizard/setup-context";
import { configurationGroups } from "@/components/wizard/wizard-steps";

/** The type's own settings, network and credentials aside. */
export function ConfigurationStep() {
  const { form } = useSetup();
  const groups = configurationGroups(form);
  return (
    <>
      <FieldFinder />
      {groups.map((group, at) => (
        <SettingsGroup
          key={group.id}
          title={group.title}
          fields={group.fields}
          more={group.more}
          later={at > 0}
        />
      ))}
      {groups.length === 0 ? (
        <p className="text-ink-2">
          {form.name} has no settings beside its name and what signs in. There is nothing to fill in here.
        </p>
      ) : null}
    </>
  );
}
