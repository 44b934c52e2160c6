import { endpoint } from "@/lib/contract/endpoint";
import { pageQuery } from "@/lib/contract/page-query";
import {
  Account,
  Destination,
  Group,
  HybridDeploymentAgent,
  PrivateLink,
  ProxyAgent,
} from "@/lib/model/account";
import { Connection } from "@/lib/model/connection";
import { ConnectorType, ConnectorTypeDetail } from "@/lib/model/connector-type";
import { loose, page } from "@/lib/model/wire";
import { z } from "@/lib/zod";

const read = { role: "viewer", risk: "read", cost: "all" } as const;

export const accountRows = {
  get_account_info: endpoint({ method: "GET", path: "/account/info", response: Account, ...read }),

  list_all_groups: endpoint({
    method: "GET",
    path: "/groups",
    query: pageQuery,
    response: page(Group),
    ...read,
  }),
  create_group: endpoint({
    method: "POST",
    path: "/groups",
    body: z.strictObject({ name: z.string().min(1) }),
    response: Group,
    status: 201,
    role: "admin",
    risk: "reversible",
    cost: "all",
    invalidates: ["groups"],
  }),
  group_details: endpoint({ method: "GET", path: "/groups/{groupId}", response: Group, ...read }),
  modify_group: endpoint({
    method: "PATCH",
    path: "/groups/{groupId}",
    body: z.strictObject({ name: z.string().min(1) }),
    response: Group,
    role: "admin",
    risk: "reversible",
    cost: "all",
    invalidates: ["groups"],
  }),
  delete_group: endpoint({
    method: "DELETE",
    path: "/groups/{groupId}",
    role: "admin",
    risk: "destructive",
    cost: "all",
    invalidates: ["groups"],
  }),
  list_all_connections_in_group: endpoint({
    method: "GET",
    path: "/groups/{groupId}/connections",
    query: pageQuery.extend({ schema: z.string().optional() }),
    response: page(Connection),
    ...read,
  }),
  group_ssh_public_key: endpoint({
    method: "GET",
    path: "/groups/{groupId}/public-key",
    response: loose({ public_key: z.string() }),
    ...read,
  }),

  list_destinations: endpoint({
    method: "GET",
    path: "/destinations",
    query: pageQuery,
    response: page(Destination),
    ...read,
  }),
  destination_details: endpoint({
    method: "GET",
    path: "/destinations/{destinationId}",
    response: Destination,
    ...read,
  }),

  metadata_connectors: endpoint({
    method: "GET",
    path: "/metadata/connector-types",
    query: pageQuery,
    response: page(ConnectorType),
    ...read,
  }),
  metadata_connector_config: endpoint({
    method: "GET",
    path: "/metadata/connector-types/{service}",
    response: ConnectorTypeDetail,
    ...read,
  }),

  get_private_links: endpoint({
    method: "GET",
    path: "/private-links",
    query: pageQuery,
    response: page(PrivateLink),
    ...read,
  }),
  get_proxy_agent: endpoint({
    method: "GET",
    path: "/proxy",
    query: pageQuery,
    response: page(ProxyAgent),
    ...read,
  }),
  get_hybrid_deployment_agent_list: endpoint({
    method: "GET",
    path: "/hybrid-deployment-agents",
    query: pageQuery.extend({ groupId: z.string().optional() }),
    response: page(HybridDeploymentAgent),
    ...read,
  }),
};
