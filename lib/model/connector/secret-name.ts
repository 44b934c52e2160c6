// Some secrets carry no password format in Fivetran's metadata, `auth.client_access.client_secret` among them.
const SECRET_NAME =
  /(?:^|_)(?:password|passphrase|pass_phrase|secret|token|credentials?|connection_string)$|(?:^|_)(?:private|pvt|api|app|application|access|account|consumer|registry|secret|webhook)_key$|^secrets?(?:_|$)/i;

/** Whether a field of this name holds a secret whatever Fivetran's metadata says of it. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}
