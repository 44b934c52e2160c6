import { route } from "@/lib/auth/route";
import { AlertRuleBody } from "@/lib/model/alert/alert-rule-body";
import { listAlertRules } from "@/lib/store/alert-rules";
import { saveRule } from "@/lib/sync/alerts/manage-rules";

/** The alert rules as a list of StoredAlertRule, oldest first. */
export const GET = route({ role: "viewer", risk: "read" }, () => listAlertRules());

/** Saves one rule, a new one too. */
export const PUT = route({ role: "operator", risk: "reversible" }, async (request, _, context) => {
  const { version, rule } = AlertRuleBody.parse(await request.json());
  await saveRule(version, rule, context);
});
