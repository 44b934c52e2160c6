"use client";
import { useQuery } from "@tanstack/react-query";
import type { Field } from "@/lib/model/connector/field";
import { hybridAgents, privateLinks, proxyAgents } from "@/lib/queries/network-options";

/** What the links and agents are called that the settings name by their ids, as far as they can be read. */
export function useNetworkNames(groupId: string): (field: Field, typed: unknown) => string | undefined {
  const { data: links = [] } = useQuery(privateLinks);
  const { data: proxies = [] } = useQuery(proxyAgents);
  const { data: hybrids = [] } = useQuery(hybridAgents(groupId));
  const names = new Map([
    ...links.map(({ id, name }) => [id, name] as const),
    ...[...proxies, ...hybrids].map(({ id, display_name }) => [id, display_name] as const),
  ]);
  return ({ part }, typed) => (part === "request" ? names.get(String(typed)) : undefined);
}
