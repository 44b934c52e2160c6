"use client";
import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { AgentChoice } from "@/components/connector-form/agent-choice";
import { GroupKey } from "@/components/connector-form/group-key";
import { networkWords } from "@/components/connector-form/network-words";
import { SettingsGroup } from "@/components/connector-form/settings-group";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { RadioCards } from "@/components/ui/radio-cards";
import type { Field } from "@/lib/model/connector/field";
import {
  type NetworkMethod,
  networkChoices,
  networkField,
  networkMethodOf,
} from "@/lib/model/connector/network-method";
import { countOf } from "@/lib/model/names";
import type { SetupValues } from "@/lib/model/setup-draft";
import type { GroupRow } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { hybridAgents, privateLinks, proxyAgents } from "@/lib/queries/network-options";

type Way = NetworkMethod | "Hybrid";
export type NetworkValues = SetupValues["network"];

const NOTES: Record<NetworkMethod, string> = {
  Directly: "from Fivetran’s own addresses",
  SshTunnel: "through a jump host",
  PrivateLink: "inside the cloud’s network",
  ProxyAgent: "through an agent of yours",
};

/** How Fivetran reaches the source: what the type takes and the account has. */
export function NetworkFields({
  group,
  network,
  under = "",
  other,
  onChange,
}: {
  group: GroupRow | undefined;
  /** What of it stands in the request. An empty agent is one that is not picked yet. */
  network: NetworkValues;
  /** What the paths of the request's own names begin with. */
  under?: "" | "request.";
  /** A method that Fivetran reports and the API cannot set. */
  other?: string | undefined;
  /** `method` is how the source is reached then. */
  onChange: (network: NetworkValues, method: NetworkMethod | null) => void;
}) {
  const settings = useSettings();
  const { form } = settings;
  const field = networkField(form);
  useWatch({ control: settings.hook.control, name: (field?.path ?? "config") as never, disabled: !field });
  const links = useQuery(privateLinks);
  const proxies = useQuery(proxyAgents);
  const hybrids = useQuery({ ...hybridAgents(group?.id ?? ""), enabled: group !== undefined });
  const method = networkMethodOf(form, { settings: settings.values(), network });
  const listed = networkChoices(form);
  const offered = [
    ...listed,
    ...(method && !listed.some((one) => one.method === method) ? [{ method, value: method }] : []),
  ];
  const hybrid = network.hybrid_deployment_agent_id !== null;
  const way: Way | null = hybrid ? "Hybrid" : (method ?? (field || other ? null : "Directly"));

  const onlyAgent = hybrids.data?.length === 1 ? (hybrids.data[0]?.id ?? "") : "";
  const take = (next: Way) => {
    const reached = next === "Hybrid" ? "Directly" : next;
    const value = offered.find((one) => one.method === reached)?.value;
    if (field) settings.set(field.path, value ?? "");
    onChange(
      {
        ...network,
        networking_method: field ? null : reached,
        hybrid_deployment_agent_id:
          next === "Hybrid" ? (network.hybrid_deployment_agent_id ?? onlyAgent) : null,
      },
      reached,
    );
  };
  const pick = (more: Partial<NetworkValues>) => onChange({ ...network, ...more }, method);
  const cards = offered.map(({ method: one }) => ({
    value: one as Way,
    label: networkWords(one) ?? one,
    note: one === "PrivateLink" && links.data ? `${links.data.length} available` : NOTES[one],
    offBecause:
      one === "PrivateLink"
        ? whyOff(links, "private link")
        : one === "ProxyAgent"
          ? whyOff(proxies, "proxy agent")
          : undefined,
  }));
  cards.push({
    value: "Hybrid",
    label: "Hybrid agent",
    note: hybrids.data ? countOf(hybrids.data.length, "agent") : "runs on your own machines",
    offBecause: group === undefined ? "choose a destination first" : whyOff(hybrids, "hybrid agent"),
  });
  const own = form.groups.find(({ id }) => id === "network");
  const rest = (fields: readonly Field[]) =>
    fields.filter(({ part, path }) => part !== "request" && path !== field?.path);
  return (
    <>
      <fieldset data-path={field?.path ?? `${under}networking_method`} className="grid min-w-0 gap-2">
        <legend className="mb-3.5 w-full border-line border-b pb-2 font-semibold">Connection</legend>
        <RadioCards
          name="network"
          label="How the source is reached"
          options={cards}
          columns={Math.min(cards.length, 5)}
          value={way}
          onChange={take}
        />
        {other && !hybrid && method === null ? (
          <p className="text-ink-2 text-xs">
            Fivetran reports <span className="mono">{other}</span>, which its API cannot set. It stays so
            unless you choose another way.
          </p>
        ) : null}
      </fieldset>
      {way === "PrivateLink" ? (
        <AgentChoice
          path={`${under}private_link_id`}
          label="Private link"
          value={network.private_link_id}
          options={(links.data ?? []).map((link) => ({
            id: link.id,
            words: `${link.name}, ${link.cloud_provider} ${link.region}, ${link.state}`,
          }))}
          onChange={(private_link_id) => pick({ private_link_id })}
        />
      ) : null}
      {way === "ProxyAgent" ? (
        <AgentChoice
          path={`${under}proxy_agent_id`}
          label="Proxy agent"
          value={network.proxy_agent_id}
          options={(proxies.data ?? []).map((agent) => ({
            id: agent.id,
            words: [agent.display_name, agent.region, agent.status].filter(Boolean).join(", "),
          }))}
          onChange={(proxy_agent_id) => pick({ proxy_agent_id })}
        />
      ) : null}
      {way === "Hybrid" ? (
        <AgentChoice
          path={`${under}hybrid_deployment_agent_id`}
          label="Hybrid agent"
          value={network.hybrid_deployment_agent_id}
          options={(hybrids.data ?? []).map((agent) => ({
            id: agent.id,
            words: `${agent.display_name}, ${agent.online ? "online" : "offline"}${agent.enabled ? "" : ", not enabled"}`,
          }))}
          onChange={(id) => pick({ hybrid_deployment_agent_id: id ?? "" })}
        />
      ) : null}
      {own ? (
        <SettingsGroup
          title={way === "SshTunnel" ? "Tunnel" : "Network settings"}
          fields={rest(own.fields)}
          more={rest(own.more)}
        />
      ) : null}
      {way === "SshTunnel" && group ? <GroupKey group={group} /> : null}
    </>
  );
}

function whyOff(
  query: { data: readonly unknown[] | undefined; error: Error | null },
  noun: string,
): string | undefined {
  if (query.error && !query.data) return `could not be read: ${messageOf(query.error)}`;
  if (!query.data) return "being looked up";
  return query.data.length === 0 ? `no ${noun} in this account` : undefined;
}
