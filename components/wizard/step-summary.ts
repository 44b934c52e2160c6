import { networkWords } from "@/components/connector-form/network-words";
import type { Setup } from "@/components/wizard/setup-context";
import { isBeforeCreation } from "@/components/wizard/wizard-steps";
import { connectionNameOf } from "@/lib/model/connector/connection-name";
import { networkMethodOf } from "@/lib/model/connector/network-method";
import { countOf } from "@/lib/model/names";
import type { SetupStep } from "@/lib/model/setup-draft";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { everyMinutes } from "@/lib/model/time";

/** What was chosen at a step in a word or two, or how much is to be mended there. */
export function stepSummary(setup: Setup, step: SetupStep, issues: number): string | undefined {
  const { draft, form, group } = setup;
  const created = draft.creation.state === "created";
  if (issues > 0 && !created && isBeforeCreation(step)) return `${countOf(issues, "field")} to fix`;
  const values = created ? draft.values : setup.values();
  switch (step) {
    case "destination":
      return group?.name;
    case "names": {
      const name = connectionNameOf(form, values.settings);
      return name === "" ? undefined : `${name}, permanent`;
    }
    case "network":
      if (created) return undefined;
      return values.network.hybrid_deployment_agent_id !== null
        ? "Hybrid agent"
        : networkWords(networkMethodOf(form, values));
    case "authorisation":
      return values.authorise_by === "connect_card" ? "By connect card" : undefined;
    case "schedule": {
      const { schedule_type, sync_frequency } = connectionOf(setup) ?? values.schedule;
      return schedule_type === "manual" ? "Only when asked" : `Every ${everyMinutes(sync_frequency)}`;
    }
    default:
      return undefined;
  }
}

/** What was created, as it is now. */
function connectionOf({ draft: { creation }, snapshot }: Setup): ConnectionRow | undefined {
  if (creation.state !== "created") return undefined;
  return snapshot.connections.find(({ id }) => id === creation.connection_id);
}
