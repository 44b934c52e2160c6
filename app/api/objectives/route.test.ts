import { beforeEach, expect, test } from "vitest";
import { GET, PUT } from "@/app/api/objectives/route";
import type { ServerEvent } from "@/lib/model/snapshot";
import { store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { hearEvents } from "@/lib/sync/hub";

const URL = "http://localhost/api/objectives";
const none = { params: Promise.resolve({}) };
const read = async () => (await GET(new Request(URL, { headers: { host: "localhost" } }), none)).json();
const save = async (version: number, ...objectives: unknown[]) => {
  const response = await PUT(
    new Request(URL, {
      method: "PUT",
      headers: { host: "localhost", "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify({ version, objectives }),
    }),
    none,
  );
  return [response.status, await response.json()];
};

const OFFICE = { zone: "Europe/Berlin", days: [1, 2, 3], from: "08:00", until: "24:00" };
const critical = {
  id: "0b2f3c1e-7a55-4a7e-9f0d-0a8a5a3f1c11",
  name: "Critical",
  target_minutes: 60,
  goal_percent: 99.5,
  hours: OFFICE,
  match: { connection_ids: [], group_ids: ["g"], services: ["postgres", "__proto__"], tags: ["critical"] },
};

onEachStore("objectives", () => {
  beforeEach(async () => {
    await testUpstream((await store()).db);
  });

  test("are none at first, then what was saved last, and every page is told", async () => {
    const heard: ServerEvent[] = [];
    const stop = hearEvents((event) => void (event.type !== "account" && heard.push(event)));
    expect(await read()).toEqual({ objectives: [], version: 0, saved_by: "", saved_at: 0 });
    expect(await save(0, { ...critical, name: " Critical " })).toMatchObject([200, { version: 1 }]);
    expect(await read()).toMatchObject({ objectives: [critical], version: 1 });
    expect(heard).toEqual([{ type: "setting", name: "objectives" }]);
    stop();
  });

  test("are not saved over what someone else saved", async () => {
    await save(0, critical);
    expect(await save(0)).toMatchObject([409, { code: "conflict" }]);
    expect(await read()).toMatchObject({ objectives: [critical] });
  });

  test.each([
    ["name", { ...critical, name: " " }],
    ["target_minutes", { ...critical, target_minutes: 4 }],
    ["goal_percent", { ...critical, goal_percent: 101 }],
    ["hours.until", { ...critical, hours: { ...OFFICE, from: "18:00", until: "08:00" } }],
    ["hours.zone", { ...critical, hours: { ...OFFICE, zone: "Mars/Olympus" } }],
    ["hours.days", { ...critical, hours: { ...OFFICE, days: [] } }],
  ])("say which field is wrong: %s", async (field, objective) => {
    expect(await save(0, objective)).toMatchObject([400, { field: `objectives.0.${field}` }]);
    expect(await read()).toMatchObject({ version: 0 });
  });

  test("have names of their own", async () => {
    const other = { ...critical, id: "3d8b5f52-4bb0-4f0c-8d3c-5b6c7d8e9f00", name: "CRITICAL" };
    expect(await save(0, critical, other)).toMatchObject([400, { field: "objectives.1.name" }]);
  });
});
