import type { Finding } from "@/lib/model/alert/alert";
import { type AlertFacts, type Judgement, OF_ACCOUNT, ofConnection } from "@/lib/model/alert/alert-facts";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { connectionVerdict } from "@/lib/model/alert/connection-verdict";
import { foldDestinations } from "@/lib/model/alert/fold-destinations";
import { fitsMatch, objectiveOf } from "@/lib/model/objective/objective";
import { nextCounted } from "@/lib/model/objective/working-hours";
import { absoluteTime } from "@/lib/model/time";

const MINUTE = 60_000;

/**
 * What a rule finds at one moment. Where a whole destination is concerned, it is found in the place of its connections.
 * @param open the subjects of which the rule has an open alert
 */
export function judgeRule(rule: AlertRule, facts: AlertFacts, open: ReadonlySet<string>): Judgement {
  const { what } = rule;
  if (what === "stale" || what === "webhooks" || what === "key_expiry") return judgeAccount(rule, facts);
  if (facts.stale_since !== null) return { found: new Map(), isHeld: () => true };
  const { now, tags } = facts;
  const counting = new Map(facts.objectives.map(({ id, hours }) => [id, nextCounted(hours, now) === now]));
  const found = new Map<string, Finding>();
  const held = new Set<string>();
  const concerned = facts.rows.filter((row) => fitsMatch(rule.match, row, tags.get(row.id) ?? []));
  for (const row of concerned) {
    const objective =
      what === "late" ? objectiveOf(facts.objectives, row, tags.get(row.id) ?? []) : undefined;
    const counts = objective !== undefined && counting.get(objective.id) === true;
    const verdict = connectionVerdict(what, { row, now, objective, counts });
    if (verdict === null) continue;
    const subject = ofConnection(row.id);
    if (verdict === "held") held.add(subject);
    else if (now - verdict.since >= rule.after_minutes * MINUTE)
      found.set(subject, {
        ...verdict,
        subject,
        connection_id: row.id,
        group_id: row.group_id,
        name: row.schema,
      });
  }
  return foldDestinations({ rule, facts, concerned, found, held, open });
}

function judgeAccount(rule: AlertRule, facts: AlertFacts): Judgement {
  const found = new Map<string, Finding>();
  const { now } = facts;
  const after = rule.after_minutes * MINUTE;
  const about = (name: string, words: string, since: number) =>
    found.set(OF_ACCOUNT, {
      subject: OF_ACCOUNT,
      connection_id: null,
      group_id: null,
      name,
      words,
      since,
    });
  if (rule.what === "stale" && facts.stale_since !== null && now - facts.stale_since >= after) {
    const why = facts.stale_because === null ? "" : ` ${facts.stale_because}`;
    about("Account snapshot", `The account has not been read since then.${why}`, facts.stale_since);
  }
  const silent = facts.webhooks_silent_since;
  if (rule.what === "webhooks" && silent !== null && now - silent >= after)
    about(
      "Webhooks",
      "A webhook of this console is switched off, or brings nothing although syncs end.",
      silent,
    );
  const { expires_at } = rule;
  if (rule.what === "key_expiry" && expires_at !== null && expires_at - after <= now) {
    const when = absoluteTime(expires_at, now);
    const words = expires_at <= now ? `It expired ${when}.` : `It expires ${when}.`;
    about("Fivetran key", `${words} Replace it before then and start the console again.`, expires_at - after);
  }
  return { found, isHeld: () => false };
}
