import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rounds } from "@/lib/env";
import { type Alert, alertState, isMuted } from "@/lib/model/alert/alert";
import type { AlertFacts } from "@/lib/model/alert/alert-facts";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { type AlertPlan, nextAlerts } from "@/lib/model/alert/next-alerts";
import { incidentOf } from "@/lib/model/alert/notice";
import { TOGETHER } from "@/lib/model/alert/notices-of";
import { sampleRow } from "@/lib/model/sample-snapshot";
import type { ConnectionRow } from "@/lib/model/snapshot";

const NOW = 1_795_000_000_000;
const HOUR = 3_600_000;
const NONE = { connection_ids: [], group_ids: [], services: [], tags: [] };

const rule = (facts: Partial<AlertRule> = {}): AlertRule => ({
  id: "r",
  name: "Broken ones",
  on: true,
  what: "broken",
  after_minutes: 0,
  expires_at: null,
  match: NONE,
  channel_ids: [],
  severity: "critical",
  ...facts,
});
const facts = (rows: ConnectionRow[], more: Partial<AlertFacts> = {}): AlertFacts => ({
  now: NOW,
  rows,
  tags: new Map(),
  objectives: [],
  stale_since: null,
  stale_because: null,
  destinations: new Map([["lake", { name: "Lake", broken: false }]]),
  webhooks_silent_since: null,
  ...more,
});
const broken = (id: string, more: Partial<ConnectionRow> = {}) =>
  sampleRow({ id, setup_state: "broken", health_since: NOW - HOUR, ...more });
const well = (id: string, more: Partial<ConnectionRow> = {}) => sampleRow({ id, ...more });

/** The alerts of an account as the store keeps them, moved from one moment to the next. */
class Held {
  readonly alerts = new Map<string, Alert>();
  readonly plans: AlertPlan[] = [];
  #ids = 0;

  step(rules: AlertRule[], given: AlertFacts): AlertPlan {
    const all = [...this.alerts.values()];
    const plan = nextAlerts(
      rules,
      given,
      {
        open: all.filter((alert) => alert.recovered_at === null),
        muted: all.filter((alert) => alert.recovered_at !== null && isMuted(alert, given.now)),
      },
      () => `id${(this.#ids++).toString()}`,
    );
    for (const alert of plan.alerts) this.alerts.set(alert.id, alert);
    this.plans.push(plan);
    return plan;
  }

  change(which: (alert: Alert) => boolean, change: Partial<Alert>): void {
    for (const alert of this.alerts.values())
      if (alert.recovered_at === null && which(alert)) this.alerts.set(alert.id, { ...alert, ...change });
  }

  get open(): Alert[] {
    return [...this.alerts.values()].filter(({ recovered_at }) => recovered_at === null);
  }
}

const told = ({ notices }: AlertPlan) => notices.map(({ event, total, quiet }) => [event, total, quiet]);

describe("an alert", () => {
  test("opens with one notice, is told of no more while it lasts, and once when it is over", () => {
    const held = new Held();
    expect(told(held.step([rule()], facts([broken("a"), well("b")])))).toEqual([["opened", 1, false]]);
    expect(held.open).toMatchObject([{ name: "a", subject: "c:a", since: NOW - HOUR }]);
    expect(held.step([rule()], facts([broken("a"), well("b")], { now: NOW + 60_000 }))).toEqual({
      alerts: [],
      events: [],
      notices: [],
    });
    const last = held.step([rule()], facts([well("a"), well("b")], { now: NOW + HOUR }));
    expect(told(last)).toEqual([["recovered", 1, false]]);
    expect(last.notices[0]?.alerts[0]?.words).toBe("Healthy now, after 2 h.");
    expect(held.open).toEqual([]);
  });

  test("waits for as long as its rule says", () => {
    const held = new Held();
    const patient = rule({ after_minutes: 90 });
    expect(told(held.step([patient], facts([broken("a")])))).toEqual([]);
    expect(told(held.step([patient], facts([broken("a")], { now: NOW + HOUR / 2 })))).toHaveLength(1);
  });

  test("outlasts a retry that has yet to tell", () => {
    const held = new Held();
    const failed = { succeeded_at: NOW - 3 * HOUR, failed_at: NOW - 2 * HOUR };
    held.step([rule()], facts([well("a", failed)]));
    expect(held.step([rule()], facts([well("a", { ...failed, sync_state: "syncing" })])).alerts).toEqual([]);
    const mended = well("a", { succeeded_at: NOW, failed_at: NOW - 2 * HOUR });
    expect(told(held.step([rule()], facts([mended])))).toEqual([["recovered", 1, false]]);
  });

  test("that is acknowledged is told of again only when it is over", () => {
    const held = new Held();
    held.step([rule()], facts([broken("a")]));
    held.change(() => true, { acknowledged_by: "ada", acknowledged_at: NOW });
    expect(held.step([rule()], facts([broken("a")], { now: NOW + 48 * HOUR })).notices).toEqual([]);
    expect(told(held.step([rule()], facts([well("a")])))).toEqual([["recovered", 1, false]]);
  });

  test("that is muted ends unheard, and comes back unheard while the mute lasts", () => {
    const held = new Held();
    held.step([rule()], facts([broken("a")]));
    held.change(() => true, { muted_by: "ada", muted_until: NOW + 4 * HOUR });
    const ended = held.step([rule()], facts([well("a")], { now: NOW + HOUR }));
    // Receivers that keep incidents hear of the end.
    expect(ended.notices).toMatchObject([
      { event: "recovered", quiet: true, incidents: [expect.any(String)] },
    ]);
    expect(told(held.step([rule()], facts([broken("a")], { now: NOW + 2 * HOUR })))).toEqual([]);
    expect(held.open.map((alert) => alertState(alert, NOW + 2 * HOUR))).toEqual(["muted"]);
    expect(told(held.step([rule()], facts([broken("a")], { now: NOW + 4 * HOUR })))).toEqual([
      ["still", 1, false],
    ]);
    expect(held.step([rule()], facts([broken("a")], { now: NOW + 4 * HOUR })).alerts).toEqual([]);
  });

  test("of a rule that is off, gone or about something else ends unheard", () => {
    for (const next of [
      [],
      [rule({ on: false })],
      [rule({ what: "delayed" })],
      [rule({ match: { ...NONE, tags: ["x"] } })],
    ]) {
      const held = new Held();
      held.step([rule()], facts([broken("a")]));
      expect(told(held.step(next, facts([broken("a")])))).toEqual([["recovered", 1, true]]);
      expect([...held.alerts.values()]).toMatchObject([{ ended: "rule" }]);
    }
  });

  test("of a connection that left the account says so", () => {
    const held = new Held();
    held.step([rule()], facts([broken("a"), well("b")]));
    expect(held.step([rule()], facts([well("b")])).notices[0]?.alerts[0]?.words).toMatch(
      /^It left the account/,
    );
  });

  test("stays as it is while the account cannot be read, which is an alert of its own", () => {
    const held = new Held();
    const rules = [rule(), rule({ id: "s", what: "stale", after_minutes: 15 })];
    held.step(rules, facts([broken("a")]));
    const stale = { stale_since: NOW, stale_because: "Fivetran refused the key.", now: NOW + HOUR };
    const plan = held.step(rules, facts([well("a"), broken("b")], stale));
    expect(plan.notices.map(({ rule: { what } }) => what)).toEqual(["stale"]);
    expect(held.open.map(({ name }) => name)).toEqual(["a", "Account snapshot"]);
  });
});

describe("many", () => {
  const many = (make: (id: string, more: Partial<ConnectionRow>) => ConnectionRow, count: number) =>
    Array.from({ length: count }, (_, place) => make(`c${place}`, { group_id: `g${place % 4}` }));
  // One that is well in each destination, so that none is broken as a whole.
  const others = Array.from({ length: 4 }, (_, place) => well(`w${place}`, { group_id: `g${place}` }));

  test("that break together are told of together, and their incident ends with the last", () => {
    const held = new Held();
    const plan = held.step([rule()], facts([...many(broken, 12), ...others]));
    expect(told(plan)).toEqual([["opened", 12, false]]);
    expect(plan.notices[0]?.incidents).toEqual([plan.notices[0]?.id]);
    const most = many(broken, 12).map((row) =>
      row.id === "c0" ? row : well(row.id, { group_id: row.group_id }),
    );
    const mended = held.step([rule()], facts([...most, ...others]));
    expect(told(mended)).toEqual([["recovered", 11, false]]);
    expect(mended.notices[0]?.incidents).toEqual([]);
    const last = held.step([rule()], facts([...many(well, 12), ...others]));
    expect(last.notices).toMatchObject([{ event: "recovered", total: 1, incidents: [plan.notices[0]?.id] }]);
  });

  test("into one destination are one alert about that, until less than half of them are left", () => {
    const held = new Held();
    const rows = (wrong: number) =>
      Array.from({ length: 200 }, (_, place) => (place < wrong ? broken : well)(`c${place}`));
    expect(told(held.step([rule()], facts(rows(200))))).toEqual([["opened", 1, false]]);
    expect(held.open).toMatchObject([
      { subject: "d:lake", name: "Lake", words: "200 connections into it broken, of 200." },
    ]);
    expect(held.step([rule()], facts(rows(150))).notices).toEqual([]);
    expect(told(held.step([rule()], facts(rows(30))))).toEqual([
      ["opened", 30, false],
      ["recovered", 1, false],
    ]);
  });

  test("of a destination that Fivetran calls broken are one alert, whoever of them noticed yet", () => {
    const held = new Held();
    const destinations = new Map([["lake", { name: "Lake", broken: true }]]);
    held.step([rule()], facts([broken("a"), well("b"), well("c")], { destinations }));
    expect(held.open).toMatchObject([{ subject: "d:lake" }]);
    expect(told(held.step([rule()], facts([well("a"), well("b"), well("c")])))).toEqual([
      ["recovered", 1, false],
    ]);
  });
});

describe("whatever happens", () => {
  const IDS = [..."abcdefghijkl"];
  // The first four share a destination.
  const group = (id: string) => ({ group_id: id < "e" ? "lake" : id });
  const moment = fc.record({
    states: fc.array(fc.constantFrom("well", "broken", "broken", "trying", "paused", "gone"), {
      minLength: IDS.length,
      maxLength: IDS.length,
    }),
    destination: fc.boolean(),
    stale: fc.boolean(),
    act: fc.constantFrom("none", "none", "acknowledge", "mute"),
    later: fc.integer({ min: 1, max: 5 * HOUR }),
    on: fc.integer({ min: 0, max: 6 }).map((dice) => dice > 0),
  });
  const MAKE: Record<string, (id: string) => ConnectionRow> = {
    well: (id) => well(id, group(id)),
    broken: (id) => broken(id, group(id)),
    trying: (id) =>
      well(id, { ...group(id), sync_state: "syncing", failed_at: NOW, succeeded_at: NOW - HOUR }),
    paused: (id) => broken(id, { ...group(id), paused: true }),
  };

  test("each alert is told of once at its beginning and once at its end, and the same facts again tell nothing", () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 14 }), (moments) => {
        const held = new Held();
        const heard = new Map<string, string[]>();
        const incidents = new Map<string, boolean>();
        let now = NOW;
        const end = {
          states: IDS.map(() => "well"),
          destination: false,
          stale: false,
          act: "none",
          on: true,
        };
        for (const it of [...moments, { ...end, later: 9 * HOUR }]) {
          now += it.later;
          const rows = IDS.flatMap((id, place) => MAKE[it.states[place] ?? ""]?.(id) ?? []);
          const given = facts(rows, {
            now,
            stale_since: it.stale ? now : null,
            destinations: new Map([["lake", { name: "Lake", broken: it.destination }]]),
          });
          const rules = [rule({ on: it.on })];
          const muted = new Set(
            [...held.alerts.values()].filter((alert) => isMuted(alert, now)).map(({ id }) => id),
          );
          const plan = held.step(rules, given);
          for (const notice of plan.notices) {
            for (const incident of notice.incidents) {
              if (notice.event === "recovered") {
                expect(incidents.get(incident)).not.toBe(false);
                incidents.set(incident, false);
                expect(held.open.map(incidentOf)).not.toContain(incident);
              } else incidents.set(incident, true);
            }
            if (notice.quiet) continue;
            if (notice.total <= TOGETHER) expect(notice.total).toBe(1);
            for (const { id } of notice.alerts) {
              expect(muted).not.toContain(id);
              heard.set(id, [...(heard.get(id) ?? []), notice.event]);
            }
          }
          expect(held.step(rules, given)).toEqual({ alerts: [], events: [], notices: [] });
          const subjects = held.open.map(({ subject }) => subject);
          expect(new Set(subjects).size).toBe(subjects.length);
          if (it.act === "acknowledge")
            held.change(() => true, { acknowledged_by: "ada", acknowledged_at: now });
          if (it.act === "mute")
            held.change(({ id }) => id.length % 2 === 0, { muted_by: "ada", muted_until: now + 4 * HOUR });
        }
        for (const events of heard.values()) {
          expect(events.filter((event) => event === "opened").length).toBeLessThanOrEqual(1);
          expect(events.filter((event) => event === "recovered").length).toBeLessThanOrEqual(1);
          expect(events.indexOf("recovered")).not.toBe(0);
        }
        const events = held.plans.flatMap((plan) => plan.events);
        for (const { id, recovered_at } of held.alerts.values()) {
          const own = events.filter(({ alert_id }) => alert_id === id).map(({ event }) => event);
          expect(own[0]).toBe("opened");
          expect(own.filter((event) => event === "opened")).toHaveLength(1);
          expect(own.filter((event) => event === "recovered")).toHaveLength(recovered_at === null ? 0 : 1);
        }
        expect(held.open).toEqual([]);
        expect([...incidents.values()].filter(Boolean)).toEqual([]);
      }),
      { numRuns: rounds(150, 5_000), seed: 5 },
    );
  });
});
