"use client";
import { CircleAlert, ExternalLink } from "lucide-react";
import { useId, useMemo, useState } from "react";
import { useIssue } from "@/components/connector-form/use-settings-form";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Input } from "@/components/ui/input";
import { DestinationOption } from "@/components/wizard/destination-option";
import { useSetup } from "@/components/wizard/setup-context";
import { summariseDestinations } from "@/lib/model/destination-summary";
import { figure } from "@/lib/model/names";
import { useConnectionIndex } from "@/lib/queries/use-connection-index";

/** From this many on they are found by a text. */
const MANY = 8;

/** Which group the connection belongs to, and so where its data lands. */
export function DestinationStep() {
  const { snapshot, choices, choose } = useSetup();
  const index = useConnectionIndex(snapshot);
  const summaries = useMemo(
    () => new Map(summariseDestinations(index).map((one) => [one.group_id, one])),
    [index],
  );
  const [text, setText] = useState("");
  const error = useIssue("group_id");
  const id = useId();
  const { groups } = snapshot;
  const take = (group_id: string) => {
    const { hybrid_deployment_agent_id: agent, ...network } = choices.network;
    // An agent belongs to its destination.
    const left = group_id === choices.group_id || agent === null ? agent : "";
    choose({ group_id, network: { ...network, hybrid_deployment_agent_id: left } });
  };
  if (groups.length === 0) return <NoDestination />;
  const wanted = text.trim().toLowerCase();
  const listed = groups
    .filter(
      (group) =>
        group.id === choices.group_id ||
        `${group.name} ${group.service ?? ""}`.toLowerCase().includes(wanted),
    )
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return (
    <fieldset data-path="group_id" aria-describedby={error ? id : undefined} className="grid min-w-0 gap-3">
      <legend className="mb-3 text-ink-2">
        The destination cannot be changed once the connection exists.
      </legend>
      {groups.length > MANY ? (
        <Input
          type="search"
          aria-label="Find a destination"
          placeholder={`Find among ${figure(groups.length)} destinations`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      {error ? (
        <p id={id} className="flex items-start gap-[5px] text-broken-text text-xs">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-[13px] shrink-0" />
          {error}
        </p>
      ) : null}
      <div className="max-h-[60dvh] overflow-y-auto rounded-3 border border-line-control">
        {listed.map((group) => (
          <DestinationOption
            key={group.id}
            group={group}
            summary={summaries.get(group.id)}
            chosen={group.id === choices.group_id}
            onChoose={() => take(group.id)}
          />
        ))}
        {listed.length === 0 ? <p className="px-4 py-3 text-ink-3">No destination of that name.</p> : null}
      </div>
    </fieldset>
  );
}

function NoDestination() {
  return (
    <div data-path="group_id" className="rounded-3 border border-line">
      <Empty
        art="dry"
        title="No destination yet"
        actions={
          <a
            href="https://fivetran.com/dashboard/destinations"
            target="_blank"
            rel="noreferrer"
            className={buttonClass("primary")}
          >
            Destinations in Fivetran
            <ExternalLink aria-hidden="true" />
            <span className="sr-only"> (opens a new tab)</span>
          </a>
        }
      >
        A connection needs a destination to load into, and this account has none, or its key may see none. Set
        one up in Fivetran’s dashboard: it appears here by itself, and this draft is kept.
      </Empty>
    </div>
  );
}
