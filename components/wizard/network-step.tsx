"use client";
import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { SettingsGroup } from "@/components/connector-form/settings-group";
import { RadioCards } from "@/components/ui/radio-cards";
import { AgentChoice } from "@/components/wizard/agent-choice";
import { GroupKey } from "@/components/wizard/group-key";
import { networkWords } from "@/components/wizard/network-words";
import { useSetup } from "@/components/wizard/setup-context";
import { groupOf } from "@/components/wizard/wizard-steps";
import {
  type NetworkMethod,
  networkChoices,
  networkField,
  networkMethodOf,
} from "@/lib/model/connector/network-method";
import { countOf } from "@/lib/model/names";
import { messageOf } from "@/lib/queries/api-error";
import { hybridAgents, privateLinks, proxyAgents } from "@/lib/queries/network-options";

type Way = NetworkMethod | "Hybrid";

const NOTES: Record<NetworkMethod, string> = {
  Directly: "from Fivetran’s own addresses",
  SshTunnel: "through a jump host",
  PrivateLink: "inside the cloud’s network",
  ProxyAgent: "through an agent of yours",
};

/** How Fivetran reaches the source: what the type takes and the account has. */
export function NetworkStep() {
  const setup = useSetup();
  const { form, settings, group, choices, choose } = setup;
  const field = networkField(form);
  useWatch({ control: settings.hook.control, name: (field?.path ?? "config") as never, disabled: !field });
  const links = useQuery(privateLinks);
  const proxies = useQuery(proxyAgents);
  const hybrids = useQuery({ ...hybridAgents(group?.id ?? ""), enabled: group !== undefined });
  const offered = networkChoices(form);
  const { network } = choices;
  const hybrid = network.hybrid_deployment_agent_id !== null;
  const method = networkMethodOf(form, setup.values());
  const way: Way | null = hybrid ? "Hybrid" : (method ?? (field ? null : "Directly"));

  const onlyAgent = hybrids.data?.length === 1 ? (hybrids.data[0]?.id ?? "") : "";
  const take = (next: Way) => {
    const reached = next === "Hybrid" ? "Directly" : next;
    const value = offered.find((one) => one.method === reached)?.value;
    if (field) settings.set(field.path, value ?? "");
    choose({
      network: {
        ...network,
        networking_method: field ? null : reached,
        // Empty while the agent is not picked.
        hybrid_deployment_agent_id:
          next === "Hybrid" ? (network.hybrid_deployment_agent_id ?? onlyAgent) : null,
      },
    });
  };
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
  const own = groupOf(form, "network");
  const rest = (fields: typeof form.names) => fields.filter(({ path }) => path !== field?.path);
  return (
    <>
      <fieldset data-path={field?.path ?? "networking_method"} className="grid min-w-0 gap-2">
        <legend className="mb-3.5 w-full border-line border-b pb-2 font-semibold">Connection</legend>
        <RadioCards
          name="network"
          label="How the source is reached"
          options={cards}
          columns={Math.min(cards.length, 5)}
          value={way}
          onChange={take}
        />
      </fieldset>
      {way === "PrivateLink" ? (
        <AgentChoice
          path="private_link_id"
          label="Private link"
          value={network.private_link_id}
          options={(links.data ?? []).map((link) => ({
            id: link.id,
            words: `${link.name}, ${link.cloud_provider} ${link.region}, ${link.state}`,
          }))}
          onChange={(private_link_id) => choose({ network: { ...network, private_link_id } })}
        />
      ) : null}
      {way === "ProxyAgent" ? (
        <AgentChoice
          path="proxy_agent_id"
          label="Proxy agent"
          value={network.proxy_agent_id}
          options={(proxies.data ?? []).map((agent) => ({
            id: agent.id,
            words: [agent.display_name, agent.region, agent.status].filter(Boolean).join(", "),
          }))}
          onChange={(proxy_agent_id) => choose({ network: { ...network, proxy_agent_id } })}
        />
      ) : null}
      {way === "Hybrid" ? (
        <AgentChoice
          path="hybrid_deployment_agent_id"
          label="Hybrid agent"
          value={network.hybrid_deployment_agent_id}
          options={(hybrids.data ?? []).map((agent) => ({
            id: agent.id,
            words: `${agent.display_name}, ${agent.online ? "online" : "offline"}${agent.enabled ? "" : ", not enabled"}`,
          }))}
          onChange={(id) => choose({ network: { ...network, hybrid_deployment_agent_id: id ?? "" } })}
        />
      ) : null}
      {own ? (
        <SettingsGroup title={TITLES[way ?? "Directly"]} fields={rest(own.fields)} more={rest(own.more)} />
      ) : null}
      {way === "SshTunnel" && group ? <GroupKey group={group} /> : null}
    </>
  );
}

const TITLES: Record<Way, string> = {
  Directly: "Network settings",
  SshTunnel: "Tunnel",
  PrivateLink: "Network settings",
  ProxyAgent: "Network settings",
  Hybrid: "Network settings",
};

function whyOff(
  query: { data: readonly unknown[] | undefined; error: Error | null },
  noun: string,
): string | undefined {
  if (query.error && !query.data) return `could not be read: ${messageOf(query.error)}`;
  if (!query.data) return "being looked up";
  return query.data.length === 0 ? `no ${noun} in this account` : undefined;
}
