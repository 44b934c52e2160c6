import { AppError } from "@/lib/errors";
import type { Field } from "@/lib/sandbox/catalogue/field";
import { destinationServiceOf, schemaKeysOf, serviceOf } from "@/lib/sandbox/catalogue/service";

/** Which object of a request is meant: a connection's three, or a destination's two. */
export type ConfigKind =
  | "config"
  | "auth"
  | "external_secrets_keys_config"
  | "destination_config"
  | "destination_external_secrets_keys_config";

export type ConfigFields = {
  /** What a client may send. */
  readonly settable: readonly Field[];
  /** What only answers carry. */
  readonly readonly: readonly Field[];
  /** Keys without which a creation is refused. */
  readonly required: readonly string[];
};

const known = new Map<string, ConfigFields>();

/**
 * The fields of one object of a service, the keys of its schema format included.
 * Throws `not_found` for a service that Fivetran does not have.
 */
export function configFields(service: string, kind: ConfigKind): ConfigFields {
  const key = `${kind} ${service}`;
  const found = known.get(key) ?? read(service, kind);
  known.set(key, found);
  return found;
}

function read(service: string, kind: ConfigKind): ConfigFields {
  if (kind.startsWith("destination")) {
    const facts = destinationServiceOf(service) ?? unknownService(service);
    return settable(kind === "destination_config" ? facts.config : facts.externalSecretsKeys);
  }
  const facts = serviceOf(service) ?? unknownService(service);
  if (kind === "auth") return settable(facts.auth);
  if (kind === "external_secrets_keys_config") return settable(facts.externalSecretsKeys);
  const own = new Set(facts.config.map((field) => field.name));
  const added = schemaKeysOf(facts).filter((name) => !own.has(name));
  return {
    settable: [...facts.config, ...added.map((name): Field => ({ name, shape: { kind: "string" } }))],
    readonly: facts.readonly,
    required: facts.required,
  };
}

function settable(fields: readonly Field[] = []): ConfigFields {
  return { settable: fields, readonly: [], required: [] };
}

function unknownService(service: string): never {
  throw new AppError("not_found", `There is no service '${service}'.`);
}
