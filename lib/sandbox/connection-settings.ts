import type { NewConnection } from "@/lib/contract/connection-rows";
import { fixedAtCreation } from "@/lib/sandbox/catalogue/overlay/fixed-at-creation";
import { schemaNameOf } from "@/lib/sandbox/catalogue/schema-name";
import { serviceOf } from "@/lib/sandbox/catalogue/service";
import { typedConfig } from "@/lib/sandbox/catalogue/typed-config";
import { validateConfig } from "@/lib/sandbox/catalogue/validate-config";
import { parseCron } from "@/lib/sandbox/cron";
import { echoedDefaults } from "@/lib/sandbox/echoed-defaults";
import { invalid } from "@/lib/sandbox/reply";
import type { Settings, StoredConnection, StoredSchedule } from "@/lib/sandbox/state";
import type { World } from "@/lib/sandbox/world";
import { z } from "@/lib/zod";

type Sent = Omit<z.output<typeof NewConnection>, "group_id" | "service">;
type Kind = "config" | "auth" | "external_secrets_keys_config";

const Schedule = z.object({
  schedule_type: z.enum(["INTERVAL", "TIME_OF_DAY", "CRON", "MANUAL"]),
  interval: z.number().int().min(1).max(1440).nullish(),
  time_of_day: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullish(),
  days_of_week: z
    .array(z.enum(["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]))
    .nullish(),
  cron: z
    .string()
    .refine((text) => parseCron(text) !== null)
    .nullish(),
});

/**
 * Merges one of the three objects of settings as Fivetran does: key by key, null clears, arrays and inner objects
 * whole. Throws the 400 for what it would refuse.
 */
export function mergedSettings(
  service: string,
  kind: Kind,
  sent: unknown,
  stored: Readonly<Settings> | null,
): Settings {
  const issues = validateConfig(service, sent, { partial: stored !== null, kind });
  if (issues) throw invalid(issues.map(({ message }) => message).join(". "));
  const typed = typedConfig(service, sent as Settings, kind);
  const facts = serviceOf(service);
  if (stored && facts && kind === "config") {
    for (const key of fixedAtCreation(facts)) {
      if (key in typed && typed[key] !== stored[key]) {
        throw invalid(`Field '${key}' cannot be changed after the connection was created`);
      }
    }
  }
  const merged = new Map(Object.entries(stored ?? {}));
  for (const [key, value] of Object.entries(typed)) {
    if (value === null) merged.delete(key);
    else merged.set(key, value);
  }
  return Object.fromEntries(merged);
}

/** Takes over what a create or a change sent, apart from what only steers the call. Throws the 400 for what is wrong. */
export function applySettings(
  world: World,
  connection: StoredConnection,
  sent: Sent,
  raw: ReadonlyMap<string, unknown>,
): void {
  const c = connection;
  const given = (key: string) => raw.get(key) !== undefined && raw.get(key) !== null;
  if (given("config")) {
    const fresh = Object.keys(c.config).length === 0;
    const merged = mergedSettings(c.service, "config", raw.get("config"), fresh ? null : c.config);
    c.config = fresh ? { ...echoedDefaults(c.service), ...merged } : merged;
  }
  if (given("auth")) c.auth = mergedSettings(c.service, "auth", raw.get("auth"), c.auth ?? {});
  if (given("external_secrets_keys_config")) {
    c.external_secrets_keys_config = mergedSettings(
      c.service,
      "external_secrets_keys_config",
      raw.get("external_secrets_keys_config"),
      c.external_secrets_keys_config ?? {},
    );
  }
  if (given("schedule")) c.schedule = readSchedule(raw.get("schedule"));
  else if (sent.schedule_type !== undefined || sent.sync_frequency !== undefined) c.schedule = null;

  c.pause_after_trial = sent.pause_after_trial ?? c.pause_after_trial;
  c.sync_frequency = sent.sync_frequency ?? c.sync_frequency;
  c.schedule_type = sent.schedule_type ?? c.schedule_type;
  c.daily_sync_time = c.sync_frequency === 1440 ? (sent.daily_sync_time ?? c.daily_sync_time) : null;
  c.data_delay_sensitivity = sent.data_delay_sensitivity ?? c.data_delay_sensitivity;
  c.data_delay_threshold = sent.data_delay_threshold ?? c.data_delay_threshold;
  c.destination_schema_names = sent.destination_schema_names ?? c.destination_schema_names;
  if (raw.has("external_secrets_manager_id"))
    c.external_secrets_manager_id = sent.external_secrets_manager_id || null;
  if (sent.destination_configuration) {
    c.destination_configuration = { ...c.destination_configuration, ...sent.destination_configuration };
  }
  applyNetwork(world, c, sent, raw);
}

function applyNetwork(
  world: World,
  c: StoredConnection,
  sent: Sent,
  raw: ReadonlyMap<string, unknown>,
): void {
  const { private_links, proxy_agents, hybrid_agents } = world.state;
  const known = (field: Reference, things: ReadonlyMap<string, unknown>) =>
    raw.has(field) ? referenceTo(field, sent[field], things, c) : c[field];
  c.private_link_id = known("private_link_id", private_links);
  c.proxy_agent_id = known("proxy_agent_id", proxy_agents);
  c.hybrid_deployment_agent_id = known("hybrid_deployment_agent_id", hybrid_agents);
  const configured = raw.get("config") !== undefined && raw.get("config") !== null;
  c.networking_method =
    sent.networking_method ??
    (configured ? networkingOf(c.config) : null) ??
    c.networking_method ??
    "Directly";
}

type Reference = "private_link_id" | "proxy_agent_id" | "hybrid_deployment_agent_id";

/** Null takes a reference back; so does an empty text, which is what the Terraform provider sends. */
function referenceTo(
  field: Reference,
  id: string | null | undefined,
  things: ReadonlyMap<string, unknown>,
  stored: StoredConnection,
): string | null {
  if (!id) return null;
  if (id !== stored[field] && !things.has(id)) {
    throw invalid(`Field '${field}' refers to '${id}', which does not exist`);
  }
  return id;
}

/** Where config says how to connect; with any tunnel field and no `connection_type` a tunnel is assumed. */
function networkingOf(config: Settings): StoredConnection["networking_method"] {
  const type = config.connection_type;
  const plain = typeof type === "string" ? type.replaceAll("_", "").toLowerCase() : "";
  for (const method of ["Directly", "PrivateLink", "SshTunnel", "ProxyAgent"] as const) {
    if (plain === method.toLowerCase()) return method;
  }
  const tunnel = [config.tunnel_host, config.tunnel_port, config.tunnel_user];
  return tunnel.some((value) => value !== undefined && value !== null && value !== "") ? "SshTunnel" : null;
}

function readSchedule(sent: unknown): StoredSchedule {
  const parsed = Schedule.safeParse(sent);
  if (!parsed.success) {
    const where = ["schedule", ...(parsed.error.issues[0]?.path ?? [])].join(".");
    throw invalid(`Field '${where}' has an invalid value`);
  }
  return JSON.parse(
    JSON.stringify(parsed.data, (_, value) => (value === null ? undefined : value)),
  ) as StoredSchedule;
}

/** The name a connection of this config has. Throws the 400 while a part of it is missing. */
export function nameOf(service: string, config: Settings): string {
  const name = schemaNameOf(service, config);
  if (name === undefined) throw invalid("Field 'config' does not name the schema");
  return name;
}
