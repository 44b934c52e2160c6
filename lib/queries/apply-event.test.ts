import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Job } from "@/lib/model/job";
import type { AccountStatus, ConnectionDetail, ConnectionRow } from "@/lib/model/snapshot";
import { ALL_TIME } from "@/lib/model/time-range";
import { TIMELINE_KINDS, type TimelineKind } from "@/lib/model/timeline";
import { accountSnapshot, accountStatus, eventLog, stateChanges } from "@/lib/queries/account";
import { ApiError } from "@/lib/queries/api-error";
import { applyEvent } from "@/lib/queries/apply-event";
import { connectionDetail } from "@/lib/queries/connection";
import { connectionTimeline } from "@/lib/queries/connection-history";
import { jobDetail, schemaJobs } from "@/lib/queries/schema-jobs";

const row = (id: string, paused = false) => ({ id, paused }) as ConnectionRow;
let client: QueryClient;

beforeEach(() => {
  eventLog.clear();
  client = new QueryClient();
  client.setQueryData(accountSnapshot.queryKey, {
    version: 5,
    swept_at: 1,
    groups: [],
    services: [],
    connections: [row("a"), row("b")],
  });
  client.setQueryData(connectionDetail("a").queryKey, { row: row("a") } as ConnectionDetail);
  client.setQueryData(connectionDetail("b").queryKey, { row: row("b") } as ConnectionDetail);
});
afterEach(() => vi.useRealTimers());

const stale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;

test("a change reaches the list and the open page, and only that page is read again", () => {
  applyEvent(client, { type: "connections", version: 6, upsert: [row("a", true)], remove: [] });
  expect(client.getQueryData(accountSnapshot.queryKey)?.connections[0]?.paused).toBe(true);
  expect(client.getQueryData(connectionDetail("a").queryKey)?.row.paused).toBe(true);
  expect(stale(connectionDetail("a").queryKey)).toBe(true);
  expect(stale(connectionDetail("b").queryKey)).toBe(false);
  expect(stale(accountSnapshot.queryKey)).toBe(false);
});

test("the count beside the list follows what vanishes and what appears", () => {
  client.setQueryData(accountStatus.queryKey, { access: { connections: 2, groups: 1 } } as AccountStatus);
  applyEvent(client, { type: "connections", version: 6, upsert: [], remove: ["b"] });
  expect(client.getQueryData(accountStatus.queryKey)?.access).toEqual({ connections: 1, groups: 1 });
});

test("what is being read for the first time is read once more: its answer may be from before the event", async () => {
  const queryKey = [...connectionDetail("c").queryKey, "history"];
  const answers: ((answer: string) => void)[] = [];
  const queryFn = () => new Promise<string>((answer) => answers.push(answer));
  const unsubscribe = new QueryObserver(client, { queryKey, queryFn }).subscribe(() => {});
  applyEvent(client, { type: "detail", connection_id: "c" });
  expect(answers).toHaveLength(1);
  answers[0]?.("before");
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.("after");
  await vi.waitFor(() => expect(client.getQueryData(queryKey)).toBe("after"));
  expect(answers).toHaveLength(2);
  unsubscribe();
});

test("a stream that opens on the version we hold asks for nothing", () => {
  applyEvent(client, { type: "hello", version: 5 });
  expect(stale(accountSnapshot.queryKey)).toBe(false);
});

test("a stream that opens on any other version makes us read again, a lower one too", () => {
  applyEvent(client, { type: "hello", version: 2 });
  expect(stale(accountSnapshot.queryKey)).toBe(true);
  expect(stale(connectionDetail("a").queryKey)).toBe(true);
});

test("after a reload, events of the time before it are not replayed", () => {
  applyEvent(client, { type: "connections", version: 6, upsert: [row("c")], remove: [] });
  applyEvent(client, { type: "reload", version: 7 });
  const read = { version: 3, swept_at: 1, groups: [], services: [], connections: [row("a")] };
  expect(eventLog.replay(read)).toBe(read);
  expect(stale(accountSnapshot.queryKey)).toBe(true);
});

test("the account's status carries the age of the list", () => {
  applyEvent(client, {
    type: "account",
    status: { version: 5, poller: { swept_at: 99 } } as AccountStatus,
  });
  expect(client.getQueryData(accountStatus.queryKey)?.poller.swept_at).toBe(99);
  expect(client.getQueryData(accountSnapshot.queryKey)?.swept_at).toBe(99);
});

test("a detail event reads that connection again", () => {
  applyEvent(client, { type: "detail", connection_id: "b" });
  expect(stale(connectionDetail("b").queryKey)).toBe(true);
  expect(stale(connectionDetail("a").queryKey)).toBe(false);
});

test("an alert has the histories read again that it stands in", () => {
  const ask = (kinds: readonly TimelineKind[]) =>
    connectionTimeline("a", { kinds, actor: null, range: "all", bounds: () => ALL_TIME }).queryKey;
  const [all, syncs] = [ask(TIMELINE_KINDS), ask(["sync"])];
  for (const key of [all, syncs]) client.setQueryData<unknown>(key, { pages: [], pageParams: [] });
  applyEvent(client, { type: "setting", name: "objectives" });
  expect([stale(all), stale(syncs)]).toEqual([false, false]);
  applyEvent(client, { type: "setting", name: "alerts" });
  expect([stale(all), stale(syncs)]).toEqual([true, false]);
});

test("a stream of changes has the feed read at once, then only every three seconds, and once after the last", () => {
  vi.useFakeTimers();
  const { queryKey } = stateChanges();
  const read = () => client.setQueryData(queryKey, []);
  read();
  applyEvent(client, { type: "detail", connection_id: "a" });
  expect(stale(queryKey)).toBe(true);
  read();
  applyEvent(client, { type: "detail", connection_id: "b" });
  applyEvent(client, { type: "detail", connection_id: "a" });
  expect(stale(queryKey)).toBe(false);
  vi.advanceTimersByTime(3_000);
  expect(stale(queryKey)).toBe(true);
  read();
  vi.advanceTimersByTime(10_000);
  expect(stale(queryKey)).toBe(false);
});

test("what could not be answered before the account was known is asked for again once it is", async () => {
  const asked: string[] = [];
  const page = (code: "unavailable" | "upstream") =>
    new QueryObserver(client, {
      queryKey: ["schema", code],
      queryFn: () => {
        asked.push(code);
        return Promise.reject(new ApiError(code, "Not now."));
      },
      retry: false,
    }).subscribe(() => {});
  const leave = [page("unavailable"), page("upstream")];
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  applyEvent(client, { type: "connections", version: 6, upsert: [row("c")], remove: [] });
  expect(asked).toEqual(["unavailable", "upstream", "unavailable"]);
  for (const one of leave) one();
});

test("how far a job is needs no question; a job that is new or over is asked about", async () => {
  const { queryKey } = schemaJobs("a");
  const job = (done: number, state: Job["state"] = "running") =>
    ({ id: "j", kind: "load_columns", connection_id: "a", state, done, result: null }) as Job;
  client.setQueryData(queryKey, []);
  applyEvent(client, { type: "job", job: job(0) });
  expect(stale(queryKey)).toBe(true);
  client.setQueryData(queryKey, [job(0)]);
  client.setQueryData(jobDetail("j").queryKey, { ...job(0), result: "kept" });
  applyEvent(client, { type: "job", job: job(7) });
  expect(stale(queryKey)).toBe(false);
  expect(client.getQueryData(queryKey)?.map(({ done }) => done)).toEqual([7]);
  expect(client.getQueryData(jobDetail("j").queryKey)).toMatchObject({ done: 7, result: "kept" });
  applyEvent(client, { type: "job", job: job(9, "done") });
  await vi.waitFor(() => expect([stale(queryKey), stale(jobDetail("j").queryKey)]).toEqual([true, true]));
});
