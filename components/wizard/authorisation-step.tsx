"use client";
import { IdCard } from "lucide-react";
import { SettingsGroup } from "@/components/connector-form/settings-group";
import { Note } from "@/components/ui/note";
import { RadioCards } from "@/components/ui/radio-cards";
import { needsCard, needsNoSignIn } from "@/components/wizard/needs-card";
import { useSetup } from "@/components/wizard/setup-context";
import { groupOf } from "@/components/wizard/wizard-steps";

/** Who signs in: the person here, or somebody on Fivetran's own page once the connection exists. */
export function AuthorisationStep() {
  const { form, choices, choose } = useSetup();
  const group = groupOf(form, "sign_in");
  const manager = groupOf(form, "secrets_manager");
  if (needsNoSignIn(form))
    return (
      <p className="text-ink-2">{form.name} needs nobody to sign in. There is nothing to fill in here.</p>
    );
  const only = needsCard(form);
  const byCard = choices.authorise_by === "connect_card";
  return (
    <>
      {only ? (
        <Note icon={IdCard}>
          <b>Only a connect card can authorise {form.name}.</b> Somebody has to grant access in the browser;
          Fivetran’s API takes no credentials for this type.
        </Note>
      ) : (
        <RadioCards
          name="authorise_by"
          label="Who signs in"
          columns={2}
          options={[
            {
              value: "fields",
              label: "Credentials here",
              note: "They go to Fivetran once and are not kept here.",
            },
            {
              value: "connect_card",
              label: "Connect card",
              note: form.oauth
                ? "Somebody signs in on a page of Fivetran’s."
                : "Somebody else fills them in on a page of Fivetran’s.",
            },
          ]}
          value={choices.authorise_by}
          onChange={(authorise_by) => choose({ authorise_by })}
        />
      )}
      {byCard ? <CardWords /> : null}
      {!byCard && group ? (
        <SettingsGroup title="Credentials" fields={group.fields} more={group.more} />
      ) : null}
      {!byCard && manager ? (
        <SettingsGroup title={manager.title} note="optional" fields={manager.fields} more={manager.more} />
      ) : null}
    </>
  );
}

function CardWords() {
  return (
    <div className="grid gap-2 text-ink-2">
      <h2 className="border-line border-b pb-2 font-semibold text-ink">How a connect card works</h2>
      <ol className="grid list-decimal gap-1.5 pl-5">
        <li>The connection is created first, paused and not signed in.</li>
        <li>
          Then a card is made: the address of a page of Fivetran’s. You open it, or send it to whoever has the
          credentials. It is good for one day.
        </li>
        <li>This console waits for it, compares what comes back, and runs the tests.</li>
      </ol>
    </div>
  );
}
