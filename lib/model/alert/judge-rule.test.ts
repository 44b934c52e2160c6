import { expect, test } from "vitest";
import type { AlertFacts } from "@/lib/model/alert/alert-facts";
import type { AlertRule, AlertWhat } from "@/lib/model/alert/alert-rule";
import { judgeRule } from "@/lib/model/alert/judge-rule";
import type { Objective } from "@/lib/model/objective/objective";
import { sampleRow } from "@/lib/model/sample-snapshot";
import type { ConnectionRow } from "@/lib/model/snapshot";

const NOW = 1_795_000_000_000;
const HOUR = 3_600_000;
const NONE = { connection_ids: [], group_ids: [], services: [], tags: [] };
const hourly: Objective = {
  id: "o",
  name: "Hourly",
  target_minutes: 60,
  goal_percent: 99,
  hours: null,
  match: NONE,
};
const shut = { zone: "utc", days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", until: "00:01" };

const judge = (
  what: AlertWhat,
  row: Partial<ConnectionRow>,
  more: Partial<AlertFacts> = {},
  rule: Partial<AlertRule> = {},
) => {
  const facts: AlertFacts = {
    now: NOW,
    rows: [sampleRow({ id: "a", ...row })],
    tags: new Map(),
    objectives: [hourly],
    destinations: new Map(),
    stale_since: null,
    stale_because: null,
    webhooks_silent_since: null,
    ...more,
  };
  const whole: AlertRule = {
    id: "r",
    name: "R",
    on: true,
    what,
    after_minutes: 0,
    expires_at: null,
    match: NONE,
    channel_ids: [],
    severity: "info",
    ...rule,
  };
  const { found, isHeld } = judgeRule(whole, facts, new Set());
  const [finding] = found.values();
  return finding?.words ?? (isHeld("c:a") ? "held" : null);
};

test.each<[AlertWhat, Partial<ConnectionRow>, RegExp | string | null]>([
  ["broken", { setup_state: "broken" }, /^It is broken/],
  [
    "broken",
    { setup_state: "broken", task: { code: "c", message: "Reconnect" } },
    /Fivetran says: Reconnect\.$/,
  ],
  ["broken", { failed_at: NOW, succeeded_at: NOW - HOUR }, "Its last sync failed."],
  ["broken", { failed_at: NOW, succeeded_at: NOW - HOUR, sync_state: "syncing" }, "held"],
  ["broken", { setup_state: "broken", paused: true }, null],
  ["broken", { setup_state: "incomplete" }, null],
  ["delayed", { sync_state: "rescheduled" }, "Its sync was rescheduled."],
  ["delayed", { update_state: "delayed" }, "Its data is delayed."],
  ["delayed", { update_state: "delayed", sync_state: "syncing" }, "held"],
  ["delayed", { sync_state: "syncing" }, null],
  ["incomplete", { setup_state: "incomplete" }, "Its setup is not finished."],
  ["late", { succeeded_at: NOW - HOUR }, "No good sync within 1 h, which Hourly asks for."],
  ["late", { succeeded_at: NOW - HOUR + 1 }, null],
  ["late", { succeeded_at: null }, null],
  ["late", { succeeded_at: NOW - 9 * HOUR, paused: true }, null],
  ["too_long", { sync_state: "syncing", health_since: NOW - 25 * HOUR }, /far longer than usual/],
  ["too_long", { sync_state: "syncing", health_since: NOW - HOUR }, null],
  ["paused", { paused: true, health_since: NOW - HOUR }, "It is paused."],
  ["paused", { health_since: NOW - HOUR }, null],
])("%s of %j", (what, row, words) => {
  const found = judge(what, row);
  if (words instanceof RegExp) expect(found).toMatch(words);
  else expect(found).toBe(words);
});

test("outside of an objective’s hours late data is neither found nor well", () => {
  const objectives = [{ ...hourly, hours: shut }];
  expect(judge("late", { succeeded_at: NOW - 9 * HOUR }, { objectives })).toBe("held");
});

test("a rule finds only what it names", () => {
  const match = { ...NONE, tags: ["critical"] };
  const broken = { setup_state: "broken" };
  expect(judge("broken", broken, {}, { match })).toBeNull();
  expect(judge("broken", broken, { tags: new Map([["a", ["critical"]]]) }, { match })).toMatch(/broken/);
});

test("what is wrong for less than the rule says is not found yet", () => {
  const row = { paused: true, health_since: NOW - 2 * HOUR };
  expect(judge("paused", row, {}, { after_minutes: 121 })).toBeNull();
  expect(judge("paused", row, {}, { after_minutes: 120 })).toBe("It is paused.");
});

test("the account as a whole: its age, its webhooks, its key", () => {
  const stale = { stale_since: NOW - HOUR, stale_because: "Fivetran refused the key." };
  expect(judge("stale", {}, stale, { after_minutes: 61 })).toBeNull();
  expect(judge("stale", {}, stale)).toMatch(/Fivetran refused the key\.$/);
  expect(judge("broken", { setup_state: "broken" }, stale)).toBe("held");
  expect(judge("webhooks", {}, { webhooks_silent_since: NOW - HOUR }, { after_minutes: 60 })).toMatch(
    /^A webhook/,
  );
  const ends = { expires_at: NOW + HOUR };
  expect(judge("key_expiry", {}, {}, { ...ends, after_minutes: 59 })).toBeNull();
  expect(judge("key_expiry", {}, {}, { ...ends, after_minutes: 60 })).toMatch(/^It expires/);
  expect(judge("key_expiry", {}, {}, { expires_at: NOW - 1 })).toMatch(/^It expired/);
});
