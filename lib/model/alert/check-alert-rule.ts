import { type AlertRule, LONGEST_AFTER } from "@/lib/model/alert/alert-rule";

/**
 * What is wrong with a rule, a sentence a field; empty where it can be saved.
 * @param others names that are taken
 */
export function checkAlertRule(rule: AlertRule, others: readonly string[]): Map<string, string> {
  const wrong = new Map<string, string>();
  const fault = nameFault(rule.name, others, "rule");
  if (fault) wrong.set("name", fault);
  const { after_minutes, what, expires_at, channel_ids } = rule;
  if (!Number.isInteger(after_minutes) || after_minutes < 0)
    wrong.set("after_minutes", "Whole minutes are needed, 0 for at once.");
  else if (after_minutes > LONGEST_AFTER) wrong.set("after_minutes", "The longest is 366 days.");
  else if (what === "paused" && after_minutes < 60)
    wrong.set("after_minutes", "A pause of less than an hour is nothing to tell of.");
  if (what === "key_expiry" && expires_at === null)
    wrong.set("expires_at", "A day is needed: Fivetran shows it where the key was made.");
  if (channel_ids.length === 0 && rule.on)
    wrong.set("channel_ids", "Choose at least one channel, or switch the rule off.");
  return wrong;
}

/** What is wrong with the name of a `noun`; undefined for nothing. */
export function nameFault(name: string, others: readonly string[], noun: string): string | undefined {
  const held = name.trim();
  if (held === "") return "A name is needed.";
  if (held.length > 60) return "A name has at most 60 letters.";
  if (others.some((other) => other.trim().toLowerCase() === held.toLowerCase()))
    return `Another ${noun} has this name.`;
  return undefined;
}
