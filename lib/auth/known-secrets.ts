import "server-only";
import { singleton } from "@/lib/singleton";

const known = () => singleton("known-secrets", () => new Set<string>());

/** Has every later redaction remove these strings wherever they stand. Short ones (the sandbox's key is `sandbox`) would hit innocent text. */
export function rememberSecrets(values: readonly string[]): void {
  for (const value of values) if (value.length >= 12) known().add(value);
}

/** The strings to remove, longest first so that none leaves a piece of another. */
export function knownSecrets(): string[] {
  return [...known()].sort((a, b) => b.length - a.length);
}
