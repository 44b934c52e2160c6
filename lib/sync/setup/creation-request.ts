import "server-only";
import { invalidInput } from "@/lib/auth/error-response";
import { REDACTED } from "@/lib/auth/redact";
import { isSecretName } from "@/lib/auth/secret-name";
import { NewConnection } from "@/lib/contract/connection-rows";
import { AppError } from "@/lib/errors";
import { refuseMask } from "@/lib/fivetran/proxy-input";
import { connectionNameOf } from "@/lib/model/connector/connection-name";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { fieldOfMessage } from "@/lib/model/connector/field-of-message";
import { nameInConfig } from "@/lib/model/name-in-config";
import { knownForm } from "@/lib/sync/setup/connector-metadata";
import type { z } from "@/lib/zod";

/** The one request that creates a connection, ready to be sent. */
export interface CreationRequest {
  /** Paused, untested, nothing trusted. Holds secrets: never to be kept. */
  body: z.output<typeof NewConnection>;
  names: {
    group_id: string;
    service: string;
    /** The connection's name, and the path of the field that a person changes for another. */
    schema: string;
    field: string;
  };
  /** A text without the secrets of the request, whatever of them Fivetran repeats. */
  hide: (text: string) => string;
  /** The path that a message of Fivetran's names; null for none. */
  fieldOf: (message: string) => string | null;
}

/**
 * Reads what a page asks to create.
 * @throws AppError `invalid` naming the field
 */
export async function creationRequest(service: string, request: unknown): Promise<CreationRequest> {
  const parsed = NewConnection.safeParse(request);
  if (!parsed.success) throw invalidInput(parsed.error);
  const { data } = parsed;
  refuseMask(data);
  if (data.service !== service) throw refused("service", `is not ${service}, which this draft sets up`);
  const config = data.config ?? {};
  const form = await knownForm(service);
  const field = nameField(config);
  const schema = form
    ? connectionNameOf(form, { config, auth: {}, external_secrets_keys_config: {}, request: {} })
    : nameInConfig(config);
  if (schema === "") throw refused(field, "is missing: the connection has no name");
  const secrets = secretTexts(data, form);
  return {
    body: {
      ...data,
      paused: true,
      run_setup_tests: false,
      trust_certificates: false,
      trust_fingerprints: false,
    },
    names: { group_id: data.group_id, service, schema, field },
    hide: (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, REDACTED), text),
    fieldOf: (message) => (form && fieldOfMessage(form, message)) ?? fieldIn(message, data),
  };
}

const NAME_FIELDS = ["schema_prefix", "table_group_name", "table"] as const;

function nameField(config: Readonly<Record<string, unknown>>): string {
  const field = NAME_FIELDS.find((name) => typeof config[name] === "string" && config[name] !== "");
  return `config.${field ?? "schema"}`;
}

/** Shorter ones would hit innocent text. */
const LEAST = 4;

/** Every text of the request that may be a secret, the longest first so that none leaves a piece of another. */
function secretTexts({ config, auth }: CreationRequest["body"], form: ConnectorForm | null): string[] {
  const texts = new Set<string>();
  const walk = (value: unknown, path: string, secret: boolean): void => {
    if (typeof value === "string" && secret && value.length >= LEAST) texts.add(value);
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) walk(item, path, secret);
      return;
    }
    for (const [name, item] of Object.entries(value)) {
      const inner = `${path}.${name}`;
      walk(item, inner, secret || isSecretName(name) || form?.by_path.get(inner)?.secret === true);
    }
  };
  walk(auth, "auth", true);
  walk(config, "config", false);
  return [...texts].sort((a, b) => b.length - a.length);
}

/** `Field 'host' must be a text`, with or without its part. */
function fieldIn(message: string, request: CreationRequest["body"]): string | null {
  const name = /field '([\w.-]+)'/i.exec(message)?.[1];
  if (name === undefined) return null;
  const [first = ""] = name.split(".");
  if (first === "config" || first === "auth" || Object.hasOwn(request, first)) return name;
  return Object.hasOwn(request.auth ?? {}, first) && !Object.hasOwn(request.config ?? {}, first)
    ? `auth.${name}`
    : `config.${name}`;
}

function refused(field: string, fault: string): AppError {
  return new AppError("invalid", `${field} ${fault}. Nothing was sent.`, { facts: { field } });
}
