import { expect, test } from "vitest";
import { netChanges, notableChanges } from "@/lib/model/notable-changes";
import type { StateChange } from "@/lib/model/snapshot";

let id = 0;
const change = (
  connection_id: string,
  from: string | null,
  to: string | null,
  kind: StateChange["kind"] = "health",
): StateChange => ({
  id: ++id,
  connection_id,
  kind,
  from,
  to,
  seen_at: id,
  not_before: null,
  actor: "elsewhere",
  detail: null,
});
const told = (oldestFirst: StateChange[]) =>
  notableChanges(oldestFirst.toReversed())
    .toReversed()
    .map(({ kind, from, to }) => (kind === "health" ? `${from} > ${to}` : kind));

test("a sync that goes well is no news", () => {
  expect(
    told([
      change("a", "healthy", "syncing"),
      change("a", "syncing", "healthy"),
      change("a", "healthy", "syncing"),
    ]),
  ).toEqual([]);
  expect(told([change("a", "syncing", "healthy")])).toEqual([]);
});

test("a sync that fails or heals is told as one change", () => {
  expect(told([change("a", "healthy", "syncing"), change("a", "syncing", "broken")])).toEqual([
    "healthy > broken",
  ]);
  expect(told([change("a", "broken", "syncing"), change("a", "syncing", "healthy")])).toEqual([
    "broken > healthy",
  ]);
  expect(told([change("a", "syncing", "broken")])).toEqual(["null > broken"]);
});

test("a failed retry of what was broken already is no news", () => {
  expect(told([change("a", "broken", "syncing"), change("a", "syncing", "broken")])).toEqual([]);
});

test("connections do not mix", () => {
  expect(
    told([
      change("a", "broken", "syncing"),
      change("b", "syncing", "healthy"),
      change("a", "syncing", "broken"),
    ]),
  ).toEqual([]);
});

test("a pause is told once, by itself", () => {
  expect(told([change("a", "no", "yes", "paused"), change("a", "healthy", "paused")])).toEqual(["paused"]);
  expect(told([change("a", "yes", "no", "paused"), change("a", "paused", "healthy")])).toEqual(["paused"]);
  expect(told([change("a", "paused", "broken")])).toEqual(["paused > broken"]);
});

test("settings, arrivals and departures are kept, single syncs are not", () => {
  expect(
    told([
      change("a", null, null, "settings"),
      change("b", null, null, "appeared"),
      change("c", null, null, "vanished"),
      change("a", null, "succeeded", "sync"),
    ]),
  ).toEqual(["settings", "appeared", "vanished"]);
});

test("net changes cancel out there and back", () => {
  const net = netChanges([
    change("a", "healthy", "broken"),
    change("b", "healthy", "syncing"),
    change("b", "syncing", "healthy"),
  ]);
  expect(Object.fromEntries(net)).toEqual({ healthy: -1, broken: 1, syncing: 0 });
});
