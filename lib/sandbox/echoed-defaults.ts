import { configFields } from "@/lib/sandbox/catalogue/config-fields";
import { formOf } from "@/lib/sandbox/catalogue/form-of";

/**
 * What Fivetran itself fills in when a connection is made without saying what to sync and how far back, and then shows
 * among the settings: everything there is, for a year (the Go SDK's end-to-end tests expect it of itunes_connect).
 */
export function echoedDefaults(service: string): Record<string, unknown> {
  const known = formOf(service)?.defaults ?? {};
  const filled = configFields(service, "config").settable.flatMap(({ name, shape }): [string, unknown][] => {
    if (shape.kind !== "enum") return [];
    const usual = known[name];
    if (name === "timeframe_months") return [[name, usual ?? "TWELVE"]];
    if (!name.endsWith("sync_mode")) return [];
    const value = usual ?? shape.options.find((option) => /^All[A-Z]/.test(option));
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(filled);
}
