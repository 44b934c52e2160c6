import "server-only";
import type { Connection } from "@/lib/model/connection";
import type { SettingDifference } from "@/lib/model/setting-difference";

/** What a person sets on a connection and a list shows; `paused` has its own kind of change. */
const SETTINGS = [
  "schema",
  "group_id",
  "sync_frequency",
  "schedule_type",
  "daily_sync_time",
  "schedule",
  "pause_after_trial",
  "data_delay_sensitivity",
  "data_delay_threshold",
  "networking_method",
  "private_link_id",
  "proxy_agent_id",
  "hybrid_deployment_agent_id",
  "external_secrets_manager_id",
  "destination_configuration",
] as const;

export interface SettingsDifference {
  from: string;
  to: string;
  /** "sync_frequency 360 → 60; config: host, port": of a config only the names, which may be many. */
  detail: string;
  difference: SettingDifference[];
}

/** Longer values are cut. */
const MOST = 300;

/** Null where no setting differs; both sides are redacted already. Configs are compared only where both answers carry one. */
export function settingsDifference(before: Connection, now: Connection): SettingsDifference | null {
  const parts: SettingDifference[] = [];
  for (const name of SETTINGS) {
    const from = text(Reflect.get(before, name));
    const to = text(Reflect.get(now, name));
    if (from !== to) parts.push({ name, from, to });
  }
  const config = configNames(before.config, now.config);
  if (parts.length === 0 && config.length === 0) return null;
  const words = parts.map(({ name, from, to }) => `${name} ${from} → ${to}`);
  if (config.length > 0) words.push(`config: ${config.join(", ")}`);
  const side = (which: "from" | "to") => parts.map((part) => `${part.name} ${part[which]}`).join("; ");
  const inConfig = config.map((name) => ({
    name: `config.${name}`,
    from: text(own(before.config ?? {}, name)),
    to: text(own(now.config ?? {}, name)),
  }));
  return {
    from: side("from") || "config",
    to: side("to") || "config",
    detail: words.join("; "),
    difference: [...parts, ...inConfig].map(short),
  };
}

const short = ({ name, from, to }: SettingDifference): SettingDifference => ({
  name,
  from: from.slice(0, MOST),
  to: to.slice(0, MOST),
});

function text(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

type Config = Connection["config"];

function configNames(before: Config, now: Config): string[] {
  if (!before || !now) return [];
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => text(own(before, name)) !== text(own(now, name))).sort();
}

const own = (config: NonNullable<Config>, name: string): unknown =>
  Object.hasOwn(config, name) ? config[name] : undefined;
