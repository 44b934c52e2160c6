import "server-only";

/**
 * Whether a request's Host header names this server: the defence against a foreign page that points
 * its own name at our address. An entry of `allowed` without a port stands for every port.
 */
export function hostAllowed(host: string | null, allowed: readonly string[]): boolean {
  const parts = /^(?<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?<port>:\d{1,5})?$/.exec(host?.toLowerCase() ?? "");
  const name = parts?.groups?.name;
  if (!name) return false;
  return allowed.includes(name) || allowed.includes(`${name}${parts.groups?.port ?? ""}`);
}
