import { createRoot } from "react-dom/client";
import { SettingsGroup } from "@/components/connector-form/settings-group";
import { SettingsFormContext, useSettingsForm } from "@/components/connector-form/use-settings-form";
import { type ConnectorForm, connectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import { formElement, surround } from "@/scripts/bench/peers/form-bench";

/** Every field of a type on one page, which the wizard spreads over its steps. */
function Ours({ form }: { form: ConnectorForm }) {
  const settings = useSettingsForm({ form, initial: emptyValues(form), mode: "create" });
  return (
    <SettingsFormContext value={settings}>
      <div className="grid max-w-[720px] gap-6 p-8">
        <SettingsGroup title="Name" fields={form.names} />
        {form.groups.map((group, at) => (
          <SettingsGroup
            key={group.id}
            title={group.title}
            fields={group.fields}
            more={group.more}
            later={at > 0}
          />
        ))}
      </div>
    </SettingsFormContext>
  );
}

window.form = {
  surround,
  mount(type) {
    createRoot(formElement()).render(<Ours form={connectorForm(type)} />);
  },
};
