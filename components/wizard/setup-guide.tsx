"use client";
import { BookOpen, ExternalLink } from "lucide-react";
import { useWatch } from "react-hook-form";
import { GroupKey } from "@/components/connector-form/group-key";
import { needsCard, needsNoSignIn } from "@/components/wizard/needs-card";
import { useSetup } from "@/components/wizard/setup-context";
import { networkField, networkMethodOf } from "@/lib/model/connector/network-method";
import { listOf } from "@/lib/model/names";

/** Beside every step: the way to Fivetran's guide, and what the source has to be told. */
export function SetupGuide() {
  const setup = useSetup();
  const { form, guide, group, step } = setup;
  const given = form.readonly.map(({ label }) => label);
  return (
    <aside
      aria-label="Setup guide"
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 border-line bg-canvas p-5 text-ink-2 text-xs leading-[18px] max-lg:col-span-full max-lg:border-t lg:border-l"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:sticky lg:top-[calc(var(--topbar-h)+20px)]">
        <h2 className="flex items-center gap-2 font-semibold text-ink text-sm">
          <BookOpen aria-hidden="true" className="icon" />
          Setup guide
          {guide ? (
            <a
              className="link ml-auto inline-flex items-center gap-1 text-xs"
              href={guide}
              target="_blank"
              rel="noreferrer"
            >
              Open
              <ExternalLink aria-hidden="true" className="size-3" />
              <span className="sr-only"> Fivetran’s guide in a new tab</span>
            </a>
          ) : null}
        </h2>
        <p>
          {guide
            ? `Fivetran’s guide says what has to be prepared in ${form.name} before the tests can pass.`
            : `Fivetran’s metadata names no guide for ${form.name}.`}
        </p>
        {given.length > 0 ? (
          <p>
            Fivetran shows this once the connection exists: {listOf(given)}. The Setup page of the connection
            has it then.
          </p>
        ) : null}
        {group && step !== "network" ? <TunnelKey /> : null}
        {needsCard(form) || needsNoSignIn(form) ? null : (
          <div className="grid gap-1.5">
            <h3 className="font-medium text-ink">Someone else has the password?</h3>
            <p>
              Choose a connect card at the step Authorisation: they fill in the rest on a page of Fivetran’s.
              It is made after the connection is created and good for one day.
            </p>
          </div>
        )}
      </div>
    </aside>
  );
}

function TunnelKey() {
  const setup = useSetup();
  const { form, settings, group } = setup;
  const path = networkField(form)?.path;
  useWatch({
    control: settings.hook.control,
    name: (path ?? "config") as never,
    disabled: path === undefined,
  });
  if (!group || networkMethodOf(form, setup.values()) !== "SshTunnel") return null;
  return <GroupKey group={group} />;
}
