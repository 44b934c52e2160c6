import { type Alert, type AlertEvent, CONSOLE, isMuted } from "@/lib/model/alert/alert";
import { endOf, endWords } from "@/lib/model/alert/alert-end";
import type { AlertFacts } from "@/lib/model/alert/alert-facts";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { judgeRule } from "@/lib/model/alert/judge-rule";
import { incidentOf, type Notice } from "@/lib/model/alert/notice";
import { noticesOf, TOGETHER } from "@/lib/model/alert/notices-of";

export type NewAlertEvent = AlertEvent & { alert_id: string; notice_id: string | null };

export interface AlertPlan {
  /** New ones and changed ones, as they are from now on. */
  alerts: Alert[];
  events: NewAlertEvent[];
  notices: Notice[];
}

export interface KnownAlerts {
  /** All that are open. */
  open: readonly Alert[];
  /** Those that are over and still muted: what they told of may come back unheard. */
  muted: readonly Alert[];
}

/**
 * What changes about the alerts of an account at one moment: what opens, what is over, what is no longer muted, and the
 * notices that tell of it, one for each change. The same facts again change nothing.
 * @param newId gives ids that nobody has
 */
export function nextAlerts(
  rules: readonly AlertRule[],
  facts: AlertFacts,
  known: KnownAlerts,
  newId: () => string,
): AlertPlan {
  const plan = new Planning(facts, newId);
  const judging = new Map(rules.filter(({ on }) => on).map((rule) => [rule.id, rule]));
  const judged = ({ rule_id, what }: Alert) => judging.get(rule_id)?.what === what;
  plan.end(
    known.open.filter((alert) => !judged(alert)),
    [],
    null,
  );
  for (const rule of judging.values()) {
    const ofRule = (alert: Alert) => alert.rule_id === rule.id && judged(alert);
    plan.judge(rule, known.open.filter(ofRule), known.muted.filter(ofRule));
  }
  return plan.made;
}

const UNTOUCHED = {
  bundle: null,
  heard: false,
  acknowledged_by: null,
  acknowledged_at: null,
  muted_by: null,
  muted_until: null,
  recovered_at: null,
  ended: null,
};

class Planning {
  readonly made: AlertPlan = { alerts: [], events: [], notices: [] };

  constructor(
    readonly facts: AlertFacts,
    readonly newId: () => string,
  ) {}

  judge(rule: AlertRule, open: readonly Alert[], muted: readonly Alert[]): void {
    const bySubject = new Map(open.map((alert) => [alert.subject, alert]));
    const { found, isHeld } = judgeRule(rule, this.facts, new Set(bySubject.keys()));
    const fresh: Alert[] = [];
    const awake: Alert[] = [];
    for (const finding of found.values()) {
      const held = bySubject.get(finding.subject);
      if (!held) {
        const hushed = muted.find(({ subject }) => subject === finding.subject);
        fresh.push({
          id: this.newId(),
          rule_id: rule.id,
          rule_name: rule.name,
          what: rule.what,
          severity: rule.severity,
          opened_at: this.facts.now,
          ...UNTOUCHED,
          ...finding,
          ...(hushed && { muted_by: hushed.muted_by, muted_until: hushed.muted_until }),
        });
        continue;
      }
      const wakes = held.muted_until !== null && !isMuted(held, this.facts.now);
      const next = {
        ...held,
        words: finding.words,
        ...(wakes && { muted_by: null, muted_until: null, heard: true }),
      };
      if (wakes) awake.push(next);
      if (wakes || next.words !== held.words) this.made.alerts.push(next);
    }
    this.#open(fresh);
    this.#tell(awake, "still", "unmuted", awake.map(incidentOf));
    const [over, on] = split(open, ({ subject }) => !found.has(subject) && !isHeld(subject));
    this.end(over, on, rule);
  }

  #open(fresh: readonly Alert[]): void {
    const [hushed, loud] = split(fresh, (alert) => isMuted(alert, this.facts.now));
    const bundle = loud.length > TOGETHER ? this.newId() : null;
    const told = loud.map((alert) => ({ ...alert, bundle, heard: true }));
    this.made.alerts.push(...hushed, ...told);
    for (const alert of hushed) this.#note(alert, "opened", null, null);
    this.#tell(told, "opened", "opened", told.map(incidentOf), bundle);
  }

  /**
   * Ends alerts. People hear of what recovered or left the account, if they heard of it before and it is not muted; of
   * the rest only receivers that keep incidents. An incident ends with the last of its alerts. `on` are the rule's others, which go on.
   */
  end(over: readonly Alert[], on: readonly Alert[], rule: AlertRule | null): void {
    const { facts } = this;
    const ended = over.map((alert) => ({
      ...alert,
      recovered_at: facts.now,
      ended: endOf(alert, rule, facts),
    }));
    this.made.alerts.push(...ended);
    const going = new Set(on.map(incidentOf));
    const ending = ended.map(incidentOf).filter((incident) => !going.has(incident));
    const isQuiet = (alert: Alert) => alert.ended === "rule" || !alert.heard || isMuted(alert, facts.now);
    const [quiet, loud] = split(ended, isQuiet);
    const last = (alert: Alert) => ({ ...alert, words: endWords(alert, facts) });
    const left = this.#tell(loud.map(last), "recovered", "recovered", ending);
    this.#tell(quiet.map(last), "recovered", "recovered", left, null, true);
  }

  /** Tells of these, together if they are many. @returns the incidents that none of the notices took up */
  #tell(
    alerts: readonly Alert[],
    as: "opened" | "still" | "recovered",
    event: AlertEvent["event"],
    incidents: readonly string[],
    bundle: string | null = null,
    quiet = false,
  ): string[] {
    const { now: at } = this.facts;
    const newId = () => bundle ?? this.newId();
    const { notices, told, left } = noticesOf(alerts, { event: as, at, quiet, incidents, newId });
    this.made.notices.push(...notices);
    for (const alert of alerts)
      this.#note(alert, event, told.get(alert.id) ?? null, as === "recovered" ? alert.words : null);
    return left;
  }

  #note(alert: Alert, event: AlertEvent["event"], notice_id: string | null, detail: string | null): void {
    const { now: at } = this.facts;
    this.made.events.push({ alert_id: alert.id, notice_id, at, event, actor: CONSOLE, detail });
  }
}

function split<T>(items: readonly T[], first: (item: T) => boolean): [T[], T[]] {
  return [items.filter(first), items.filter((item) => !first(item))];
}
