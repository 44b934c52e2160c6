import { expect, test } from "vitest";
import type { StateChange, SyncRow } from "@/lib/model/snapshot";
import type { AlertMoment, AuditedWrite, TimelineItem } from "@/lib/model/timeline";
import { timelineCsv } from "@/lib/model/timeline-csv";
import { timelineWords } from "@/lib/model/timeline-words";

const at = Date.parse("2026-11-22T04:31:00Z");

const sync: SyncRow = {
  id: 1,
  connection_id: "a",
  started_at: at - 222_000,
  started_exact: true,
  ended_at: at,
  ended_exact: true,
  outcome: "succeeded",
  sync_id: "s",
  reason: null,
  sources: "history poll",
};
const change: StateChange = {
  id: 1,
  connection_id: "a",
  kind: "settings",
  from: "a",
  to: "b",
  seen_at: at,
  not_before: at - 60_000,
  actor: "elsewhere",
  detail: "words",
};
const write: AuditedWrite = {
  actor: "local",
  operation: "resync_connection",
  at,
  ended_at: at,
  outcome: "failed",
  status: 409,
  message: "A sync is under way.",
  body: null,
};
const of = (item: Record<string, unknown>) => ({ key: "k", at, ...item }) as TimelineItem;
const told = (item: Record<string, unknown>) => {
  const { title, detail, who } = timelineWords(of(item));
  return [title, detail, who];
};

test("a sync says how long it took only as exactly as it is known", () => {
  expect(told({ kind: "sync", sync })).toEqual(["Synced in 3 m 42 s", null, "Fivetran’s history"]);
  const seen = { ...sync, started_exact: false, sources: "poll", outcome: "failed", reason: "revoked" };
  expect(told({ kind: "sync", sync: seen })).toEqual([
    "Sync failed after about 3 m 42 s",
    "revoked",
    "Fivetran",
  ]);
  expect(told({ kind: "sync", sync: { ...sync, started_at: null } })[0]).toBe("Synced");
});

test("one changed setting is told with its values, several by their names", () => {
  const one = [{ name: "sync_frequency", from: "720", to: "60" }];
  expect(told({ kind: "settings", change, difference: one, write: null })).toEqual([
    "sync_frequency: 720 to 60",
    null,
    "elsewhere",
  ]);
  const two = [...one, { name: "config.host", from: "a", to: "b" }];
  expect(told({ kind: "settings", change, difference: two, write: null }).slice(0, 2)).toEqual([
    "2 settings changed",
    "sync_frequency and config.host",
  ]);
  expect(told({ kind: "settings", change, difference: null, write: null }).slice(0, 2)).toEqual([
    "Settings changed",
    "words",
  ]);
});

test("a write that was refused says so in Fivetran's words, one that is new by its own name", () => {
  expect(told({ kind: "action", write })).toEqual([
    "Re-sync asked for, refused",
    "A sync is under way.",
    "local",
  ]);
  const odd = { ...write, operation: "polish_connection", outcome: "succeeded" };
  expect(told({ kind: "action", write: odd })[0]).toBe("polish connection");
});

test("an alert tells what of, and who did what about it", () => {
  const alert: AlertMoment = {
    alert_id: "a",
    at,
    event: "opened",
    actor: "headgate",
    detail: null,
    rule_name: "Broken ones",
    what: "broken",
    severity: "critical",
    destination: null,
    words: "Reconnect the source",
  };
  const words = (change: Partial<AlertMoment>) => told({ kind: "alert", alert: { ...alert, ...change } });
  expect(words({})).toEqual(["Alert opened: Broken", "Reconnect the source", "Broken ones"]);
  expect(words({ event: "muted", actor: "ada", detail: String(at + 4 * 3_600_000 - 40) })).toEqual([
    "Alert muted: Broken",
    "For 4 h",
    "ada",
  ]);
  const over = { event: "recovered", detail: "Well again after 2 h.", destination: "Lake" } as const;
  expect(words(over)).toEqual([
    "Alert over: Broken, destination Lake",
    "Well again after 2 h.",
    "Broken ones",
  ]);
  const acknowledged = of({ kind: "alert", alert: { ...alert, event: "acknowledged", actor: "ada" } });
  expect(timelineCsv([acknowledged]).split("\r\n")[1]).toBe(
    "2026-11-22T04:31:00Z,,alert,Alert acknowledged: Broken,,ada,acknowledged,,,,,,",
  );
});

test("a spreadsheet gets one line for each, with how exact its times are", () => {
  const gap = of({ kind: "gap", from: at - 7_200_000 });
  const lines = timelineCsv([of({ kind: "sync", sync }), gap]).split("\r\n");
  expect(lines[1]).toBe(
    "2026-11-22T04:31:00Z,,sync,Synced in 3 m 42 s,,,succeeded,2026-11-22T04:27:18Z,true,2026-11-22T04:31:00Z,true,s,history poll",
  );
  expect(lines[2]).toMatch(/^2026-11-22T04:31:00Z,2026-11-22T02:31:00Z,gap,Not observed for 2 h,/);
});
