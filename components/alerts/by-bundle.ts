import type { Alert } from "@/lib/model/alert/alert";
import { SEVERITIES } from "@/lib/model/alert/alert-rule";

/** The gravest first, in their order otherwise; those that were told of together stand together. */
export function byBundle(alerts: readonly Alert[]): Alert[][] {
  const groups = new Map<string, Alert[]>();
  const rank = ({ severity }: Alert) => SEVERITIES.indexOf(severity);
  for (const alert of [...alerts].sort((a, b) => rank(a) - rank(b))) {
    const key = alert.bundle ?? alert.id;
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return [...groups.values()];
}
