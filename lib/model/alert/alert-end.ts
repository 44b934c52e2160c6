import type { Alert, AlertEnd } from "@/lib/model/alert/alert";
import type { AlertFacts } from "@/lib/model/alert/alert-facts";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { healthCase } from "@/lib/model/health-case";
import { fitsMatch } from "@/lib/model/objective/objective";
import { duration } from "@/lib/model/time";

/** Why an alert is over whose rule no longer finds it; null for a rule that is gone or switched off. */
export function endOf(alert: Alert, rule: AlertRule | null, { rows, tags }: AlertFacts): AlertEnd {
  if (!rule || rule.what !== alert.what) return "rule";
  const { connection_id, group_id } = alert;
  if (connection_id === null && group_id === null) return "recovered";
  const those = rows.filter((row) =>
    connection_id === null ? row.group_id === group_id : row.id === connection_id,
  );
  if (those.length === 0) return "gone";
  return those.some((row) => fitsMatch(rule.match, row, tags.get(row.id) ?? [])) ? "recovered" : "rule";
}

/** The sentence at an alert's end. */
export function endWords(alert: Alert, { rows, now }: AlertFacts): string {
  const lasted = duration(now - alert.since);
  if (alert.ended === "gone") return `It left the account after ${lasted}.`;
  if (alert.ended === "rule") return "Its rule no longer tells of it.";
  const row = rows.find(({ id }) => id === alert.connection_id);
  return row ? `${healthCase(row, now).word} now, after ${lasted}.` : `Well again after ${lasted}.`;
}
