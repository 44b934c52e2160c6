import { newCardKey } from "@/lib/sandbox/card/card-token";
import type { Clock } from "@/lib/sandbox/clock";
import { newId } from "@/lib/sandbox/new-id";
import { CONNECTION_SEEDS, type ConnectionSeed } from "@/lib/sandbox/seed/connection-seeds";
import { DESTINATION_SEEDS } from "@/lib/sandbox/seed/destination-seeds";
import { seedConnection } from "@/lib/sandbox/seed/seed-connection";
import { believableEdits } from "@/lib/sandbox/source/believable-edits";
import { dice } from "@/lib/sandbox/source/dice";
import { GOOD_CONDITIONS } from "@/lib/sandbox/source/source-fault";
import type { SandboxState } from "@/lib/sandbox/state";
import { World } from "@/lib/sandbox/world";

const DAY = 86_400_000;

const PEOPLE = [
  ["Maren", "Aalto", "Account Administrator"],
  ["Tomás", "Ferreira", "Account Reviewer"],
  ["Ines", "Okafor", "Destination Administrator"],
  ["Jun", "Nakagawa", "Destination Analyst"],
] as const;

/**
 * A believable company's account: five destinations, each its group, and about sixty connections in every state, or as
 * many as asked for, varied from the same sixty. Deterministic but for the present time.
 */
export function builtInAccount(
  seed: number,
  clock: Clock,
  size: number = CONNECTION_SEEDS.length,
): SandboxState {
  const now = clock.now();
  const state = emptyAccount(seed);
  const id = () => {
    state.ids_made += 1;
    return newId(seed, state.ids_made, (taken) => state.connections.has(taken) || state.groups.has(taken));
  };

  const users = PEOPLE.map(([given_name, family_name, role]) => {
    const plain = (name: string) =>
      name
        .normalize("NFKD")
        .replace(/\P{ASCII}/gu, "")
        .toLowerCase();
    const email = `${plain(given_name)}.${plain(family_name)}@example.com`;
    return { id: id(), email, given_name, family_name, role };
  });
  for (const user of users) state.users.set(user.id, user);
  const owner = users[0]?.id ?? "";
  state.account = { account_id: id(), account_name: "Northwind Trading", user_id: owner };

  const link = id();
  state.private_links.set(link, {
    id: link,
    name: "finance_vpc",
    region: "AWS_EU_WEST_1",
    service: "SOURCE_AWS",
    cloud_provider: "AWS",
    state: "OK",
    state_summary: "Available",
    host: "vpce-0f3a91c2.finance.example.com",
    created_at: now - 210 * DAY,
    created_by: owner,
  });
  const proxy = id();
  state.proxy_agents.set(proxy, {
    id: proxy,
    display_name: "depot-proxy",
    region: "AWS_AP_SOUTHEAST_2",
    version: "2.4.1",
    status: "CONNECTED",
    registered_at: now - 160 * DAY,
    created_by: users[2]?.id ?? owner,
  });

  const groups = DESTINATION_SEEDS.map((destination, at) => {
    const group_id = id();
    const created_at = now - (640 - at * 90) * DAY;
    state.groups.set(group_id, { id: group_id, name: destination.name, created_at });
    state.destinations.set(group_id, {
      id: group_id,
      group_id,
      service: destination.service,
      region: destination.region,
      time_zone_offset: destination.time_zone_offset,
      daylight_saving_time_enabled: destination.daylight_saving_time_enabled,
      setup_status: "connected",
      networking_method: "Directly",
      private_link_id: null,
      proxy_agent_id: null,
      hybrid_deployment_agent_id: null,
      config: destination.config(seed),
      conditions: GOOD_CONDITIONS,
      fingerprints: [],
      certificates: [],
    });
    return group_id;
  });
  const finance = groups[2] ?? "";
  const hybrid = id();
  state.hybrid_agents.set(hybrid, {
    id: hybrid,
    display_name: "finance-onprem",
    group_id: finance,
    version: "1.12.0",
    enabled: true,
    online: true,
    deployment_type: "KUBERNETES",
    registered_at: now - 120 * DAY,
    updated_at: now - 9 * DAY,
    last_used_at: now - 600_000,
    created_by: users[2]?.id ?? owner,
  });

  const world = new World(state, clock);
  for (let nth = 0; nth < size; nth += 1) {
    const template = CONNECTION_SEEDS[nth % CONNECTION_SEEDS.length];
    if (!template) break;
    const connection = seedConnection(world, {
      id: id(),
      seed: nthOf(template, nth, seed),
      group_id: groups[template.group] ?? finance,
      connected_by: users[nth % users.length]?.id ?? owner,
      agents: { link, proxy, hybrid },
    });
    // People edited the schemas of the first round only: composing the sources of thousands would slow the start.
    if (nth < CONNECTION_SEEDS.length) {
      const { schema_config, id: connection_id } = connection;
      connection.schema_config = believableEdits(schema_config, world.source(connection), {
        seed,
        connection_id,
      });
    }
  }
  return state;
}

export function emptyAccount(seed: number): SandboxState {
  return {
    seed,
    account: { account_id: "", account_name: "", user_id: "" },
    users: new Map(),
    groups: new Map(),
    destinations: new Map(),
    connections: new Map(),
    private_links: new Map(),
    proxy_agents: new Map(),
    hybrid_agents: new Map(),
    webhooks: new Map(),
    pending_deliveries: [],
    ids_made: 0,
    card_key: newCardKey(),
  };
}

/** Beyond the sixty: the same types under numbered names, mostly healthy, as in any large account. */
function nthOf(template: ConnectionSeed, nth: number, seed: number): ConnectionSeed {
  const round = Math.floor(nth / CONNECTION_SEEDS.length);
  if (round === 0) return template;
  const chance = dice("account", seed, nth);
  const suffix = String(round).padStart(2, "0");
  const [schema = "", ...table] = template.name.split(".");
  const { state: _, ...healthy } = template;
  const varied = chance.chance(0.3) ? template : healthy;
  return { ...varied, name: [`${schema}_${suffix}`, ...table].join(".") };
}
