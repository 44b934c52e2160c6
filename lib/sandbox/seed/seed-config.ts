import { configFields } from "@/lib/sandbox/catalogue/config-fields";
import type { Field } from "@/lib/sandbox/catalogue/field";
import { schemaKeysOf, serviceOf } from "@/lib/sandbox/catalogue/service";
import { dice } from "@/lib/sandbox/source/dice";
import type { Settings } from "@/lib/sandbox/state";

const PORTS: readonly [RegExp, number][] = [
  [/mysql|maria/, 3306],
  [/sql_?server|azure_sql/, 1433],
  [/oracle/, 1521],
  [/hana/, 30015],
  [/mongo|documentdb/, 27017],
  [/snowflake/, 443],
  [/sftp/, 22],
  [/ftp/, 21],
  [/redshift/, 5439],
];

interface Wanted {
  service: string;
  /** The connection's name, with a dot where the type lands in one table. */
  name: string;
  seed: number;
  network: string;
  encrypted: boolean;
}

/** Settings of a believable connection of any type: filled where the type has such a field, valid as a create's. */
export function seedConfig(wanted: Wanted): { config: Settings; auth: Settings | null } {
  const { service, name } = wanted;
  const facts = serviceOf(service);
  if (!facts) throw new Error(`No service '${service}'.`);
  const { settable } = configFields(service, "config");
  const [schema = name, table = "data"] = name.split(".");
  const config = new Map<string, unknown>();
  const keys = schemaKeysOf(facts);
  for (const key of facts.required)
    config.set(key, key === "schema" || key === "schema_prefix" ? schema : table);
  for (const field of settable) {
    if (keys.includes(field.name)) continue;
    const value = seedValue(field, wanted, schema);
    if (value !== undefined) config.set(field.name, value);
  }
  if (wanted.network !== "SshTunnel") for (const key of TUNNEL) config.delete(key);
  const auth = facts.auth?.flatMap((field) => {
    const value = seedValue(field, wanted, schema);
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return { config: Object.fromEntries(config), auth: auth?.length ? Object.fromEntries(auth) : null };
}

const TUNNEL = ["tunnel_host", "tunnel_port", "tunnel_user"];

/** A secret of the right look that is the same in every run and opens nothing. */
export function seedSecret(...words: (string | number)[]): string {
  const chance = dice("secret", ...words);
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  return Array.from({ length: 24 }, () => letters[chance.roll(letters.length)]).join("");
}

function seedValue({ name, shape }: Field, wanted: Wanted, schema: string): unknown {
  const { service, seed, network } = wanted;
  const site = schema.replaceAll("_", "-");
  if (shape.kind === "enum") {
    if (name !== "connection_type" && name !== "connection_method") return undefined;
    const plain = (text: string) => text.replaceAll("_", "").toLowerCase();
    return (
      shape.options.find((option) => plain(option) === plain(network)) ??
      shape.options.find((option) => /^direct/i.test(option))
    );
  }
  if (shape.kind === "boolean") return name === "always_encrypted" ? wanted.encrypted : undefined;
  if (shape.kind === "integer") {
    if (name === "port") return PORTS.find(([pattern]) => pattern.test(service))?.[1] ?? 5432;
    return name === "tunnel_port" ? 22 : undefined;
  }
  if (shape.kind === "object") {
    const inner = shape.fields.flatMap((field) => {
      const value = seedValue(field, wanted, schema);
      return value === undefined ? [] : [[field.name, value] as const];
    });
    return inner.length > 0 ? Object.fromEntries(inner) : undefined;
  }
  if (shape.kind !== "string") return name === "hosts" ? [`${site}-0.db.example.com:27017`] : undefined;
  switch (name) {
    case "host":
    case "sftp_host":
    case "ftp_host":
      return `${site}.db.example.com`;
    case "tunnel_host":
      return "bastion.example.com";
    case "user":
    case "username":
    case "sftp_user":
    case "ftp_user":
    case "tunnel_user":
      return "fivetran";
    case "port":
      return "5432";
    case "database":
      return schema;
    case "bucket":
    case "container_name":
    case "s3bucket":
      return `example-${site}`;
    case "sub_domain":
    case "subdomain":
    case "shop":
      return `example-${site}`;
    case "domain":
    case "base_url":
      return `https://${site}.example.com`;
    case "region":
      return "us-east-1";
    case "sheet_id":
      return `https://docs.google.com/spreadsheets/d/${seedSecret(seed, service, name, schema)}`;
    case "project_id":
      return `northwind-${site}`;
    case "named_range":
      return "fivetran_data";
    case "client_id":
      return `client-${seedSecret(seed, service, name).slice(0, 8)}`;
    // Belongs to ways of signing in that these connections do not use.
    case "client_private_key":
    case "passphrase":
      return undefined;
    default:
      if (shape.format === "password") return seedSecret(seed, service, schema, name);
      return /(?:^|_)(?:api_key|token|secret)$|client_secret$/.test(name)
        ? seedSecret(seed, service, schema, name)
        : undefined;
  }
}
