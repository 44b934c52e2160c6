"use client";
import { networkWords } from "@/components/connector-form/network-words";
import { useSetup } from "@/components/wizard/setup-context";
import { STEP_TITLES } from "@/components/wizard/step-titles";
import { configurationGroups } from "@/components/wizard/wizard-steps";
import { connectionNameOf } from "@/lib/model/connector/connection-name";
import { networkMethodOf } from "@/lib/model/connector/network-method";
import { hasManager } from "@/lib/model/connector/secrets-manager";
import { shownPaths } from "@/lib/model/connector/shown-paths";
import { isBlank, typedAt } from "@/lib/model/connector/typed-value";
import { countOf } from "@/lib/model/names";
import type { SetupStep } from "@/lib/model/setup-draft";
import { everyMinutes } from "@/lib/model/time";

/** What was chosen, a line for each step, with the way back to it. */
export function ReviewFacts() {
  const { draft, form, group, settings, steps, values, go } = useSetup();
  const { network, schedule, authorise_by, destination_schema_names } = values();
  const shown = shownPaths(form, settings.values());
  const filled = configurationGroups(form)
    .flatMap(({ fields, more }) => [...fields, ...more])
    .filter((field) => shown.has(field.path) && !isBlank(typedAt(settings.values(), field))).length;
  const name = connectionNameOf(form, settings.values());
  const naming = destination_schema_names === "SOURCE_NAMING" ? "source naming" : "Fivetran naming";
  const facts: Partial<Record<SetupStep, string>> = {
    destination: group?.name ?? "Not chosen",
    names: name ? `${name}, ${naming}` : "Not filled in",
    network:
      network.hybrid_deployment_agent_id !== null
        ? "Hybrid agent"
        : (networkWords(networkMethodOf(form, values())) ?? "Fivetran’s default"),
    configuration: `${countOf(filled, "setting")} filled in`,
    authorisation:
      authorise_by === "connect_card"
        ? "By connect card"
        : hasManager(settings.values())
          ? "Credentials here and from a secrets manager"
          : "Credentials here",
    schedule:
      schedule.schedule_type === "manual"
        ? "Only when asked"
        : `Every ${everyMinutes(schedule.sync_frequency)}${
            schedule.sync_frequency === 1440 && schedule.daily_sync_time
              ? ` at ${schedule.daily_sync_time}`
              : ""
          }`,
  };
  const settled = draft.creation.state === "not_sent" || draft.creation.state === "refused";
  return (
    <dl className="grid rounded-3 border border-line">
      {steps.map((step) =>
        facts[step] === undefined ? null : (
          <div
            key={step}
            className="grid grid-cols-[112px_minmax(0,1fr)_auto] items-baseline gap-x-3 border-line border-b px-4 py-2 last:border-b-0 max-sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <dt className="text-ink-3 max-sm:col-span-full max-sm:text-xs">{STEP_TITLES[step]}</dt>
            <dd className="wrap-anywhere font-medium">{facts[step]}</dd>
            <dd>
              {settled ? (
                <button
                  type="button"
                  className="link text-xs"
                  aria-label={`Change ${STEP_TITLES[step].toLowerCase()}`}
                  onClick={() => go(step)}
                >
                  Change
                </button>
              ) : null}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
