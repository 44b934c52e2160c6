import { beforeEach, expect, test } from "vitest";
import { GET, PUT } from "@/app/api/personal-lists/route";
import { store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";

const URL = "http://localhost/api/personal-lists";
const none = { params: Promise.resolve({}) };
const read = async () => (await GET(new Request(URL, { headers: { host: "localhost" } }), none)).json();
const save = (body: unknown) =>
  PUT(
    new Request(URL, {
      method: "PUT",
      headers: { host: "localhost", "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: JSON.stringify(body),
    }),
    none,
  );

onEachStore("personal lists", () => {
  beforeEach(async () => {
    await testUpstream((await store()).db);
  });

  test("are empty at first, then what was saved last", async () => {
    expect(await read()).toEqual({ add: [], ignore: [], version: 0, saved_by: "", saved_at: 0 });
    const lists = { add: [{ pattern: " *_ref ", category: "national_id" }], ignore: ["t.email"] };
    const saved = await save({ version: 0, ...lists });
    expect([saved.status, await saved.json()]).toMatchObject([200, { version: 1, ignore: ["t.email"] }]);
    expect(await read()).toMatchObject({ add: [{ pattern: "*_ref", category: "national_id" }], version: 1 });
  });

  test("are not saved over what someone else saved", async () => {
    await save({ version: 0, add: [], ignore: ["a"] });
    const late = await save({ version: 0, add: [], ignore: ["b"] });
    expect([late.status, await late.json()]).toMatchObject([409, { code: "conflict" }]);
    expect(await read()).toMatchObject({ ignore: ["a"] });
  });

  test.each([
    { version: 0, add: [{ pattern: "a", category: "shoe size" }], ignore: [] },
    { version: 0, add: [{ pattern: "", category: "email" }], ignore: [] },
    { version: 0, add: [], ignore: ["x".repeat(301)] },
    { version: 0, add: [], ignore: Array.from({ length: 501 }, (_, at) => `n${at}`) },
    { version: -1, add: [], ignore: [] },
    { version: 0, add: [], ignore: [], more: 1 },
  ])("refuse what is none of theirs", async (body) => {
    expect((await save(body)).status).toBe(400);
    expect(await read()).toMatchObject({ version: 0 });
  });
});
