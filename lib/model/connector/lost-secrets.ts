import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { SettingsValues } from "@/lib/model/connector/field";
import { isKeyed } from "@/lib/model/connector/secrets-manager";
import { isBlank } from "@/lib/model/connector/typed-value";

/**
 * Which of the secrets that had been typed once have to be typed again: those that `values` does not hold and that no
 * key of a secrets manager stands in for.
 * @param paths such as `auth.password` or `config.servers.0.password`
 */
export function lostSecrets(form: ConnectorForm, paths: readonly string[], values: SettingsValues): string[] {
  return paths.filter((path) => {
    const field = form.by_path.get(path);
    return isBlank(valueAt(values, path)) && !(field && isKeyed(form, field, values));
  });
}

function valueAt(values: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (inside, name) =>
        typeof inside === "object" && inside !== null && Object.hasOwn(inside, name)
          ? (inside as Record<string, unknown>)[name]
          : undefined,
      values,
    );
}
