import "server-only";
import { isSecretName as isSecretField } from "@/lib/model/connector/secret-name";

const SECRET =
  /pass(word|wd|code|_?phrase)|^pass$|pwd|secret|token|credential|authorization|cookie|signature|keystore|truststore|sas_url|connection_string|auth_code/;
const SECRET_KEY =
  /^key$|(^|_)(api(_secret)?|access|private|pgp|account|app|application|auth|cert|client|consumer|function|integration|master|partner|company|subscription|signing|signon|encryption|decryption|shared|sasl_\w+|service|admin|user|web_service|registry|x)_key(_\d+)?$|private_key|access_key_id/;

/** Names that only sound secret. */
const PLAIN = new Set(["external_secrets_manager_id", "next_page_token"]);

/**
 * Whether a field of this name holds a secret, in snake_case, kebab-case or camelCase. Fivetran's metadata
 * does not mark all of them: `client_secret` and `refresh_token` have no password format.
 */
export function isSecretName(name: string): boolean {
  const snake = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[\s-]+/g, "_")
    .toLowerCase();
  return !PLAIN.has(snake) && (isSecretField(snake) || SECRET.test(snake) || SECRET_KEY.test(snake));
}
