import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { GET as heads } from "@/app/api/annotations/route";
import { GET as read, PUT as save } from "@/app/api/connections/[id]/annotation/route";
import { NO_ANNOTATION } from "@/lib/model/annotation";
import { sampleRow } from "@/lib/model/sample-snapshot";
import type { ServerEvent } from "@/lib/model/snapshot";
import { TIMELINE_KINDS } from "@/lib/model/timeline";
import { timelineWords } from "@/lib/model/timeline-words";
import { store } from "@/lib/store/db";
import { audit } from "@/lib/store/tables/audit";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { hearEvents } from "@/lib/sync/hub";
import { emptyMemory, memory } from "@/lib/sync/memory";
import { timelinePage } from "@/lib/sync/timeline/timeline-page";

const ID = "orders_a";
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const host = { host: "localhost" };
const url = "http://localhost/api/annotations";
const get = async () => (await read(new Request(url, { headers: host }), at(ID))).json();
const list = async () =>
  (await heads(new Request(url, { headers: host }), { params: Promise.resolve({}) })).json();
const put = async (
  version: number,
  part: object,
  { id = ID, site = "same-origin" }: { id?: string; site?: string } = {},
) => {
  const response = await save(
    new Request(url, {
      method: "PUT",
      headers: { ...host, "content-type": "application/json", "sec-fetch-site": site },
      body: JSON.stringify({ version, ...NO_ANNOTATION, ...part }),
    }),
    at(id),
  );
  return [response.status, await response.json()];
};
const timeline = async () => {
  const ask = { kinds: TIMELINE_KINDS, actor: null, from: null, until: null, cursor: null, limit: 50 };
  return (await timelinePage(ID, ask)).items;
};

onEachStore("annotations", () => {
  beforeEach(async () => {
    const upstream_id = await testUpstream((await store()).db);
    Object.assign(memory(), {
      ...emptyMemory(),
      upstream_id,
      swept_at: 1,
      rows: new Map([[ID, sampleRow({ id: ID })]]),
    });
  });

  test("are none at first, then what was saved last, and every page is told", async () => {
    expect(await get()).toMatchObject({ ...NO_ANNOTATION, version: 0 });
    const heard: ServerEvent[] = [];
    const stop = hearEvents((event) => void (event.type !== "account" && heard.push(event)));
    const [status, saved] = await put(0, { tags: ["Finance"], owners: ["Ada"], notes: "Ask Ada" });
    stop();
    expect([status, saved]).toMatchObject([200, { tags: ["finance"], version: 1, saved_by: "local" }]);
    expect(await get()).toEqual(saved);
    expect(await list()).toEqual([{ connection_id: ID, tags: ["finance"], owners: ["Ada"] }]);
    expect(heard).toEqual([
      { type: "setting", name: "annotations" },
      { type: "detail", connection_id: ID },
    ]);
  });

  test("are not saved over what someone else saved, whether it was the first or not", async () => {
    const two = await Promise.all([put(0, { notes: "one" }), put(0, { notes: "two" })]);
    expect(two.map(([status]) => status).sort()).toEqual([200, 409]);
    expect(await put(0, { notes: "three" })).toMatchObject([409, { code: "conflict" }]);
    expect(await put(1, { notes: "four" })).toMatchObject([200, { version: 2 }]);
    expect(await put(1, { notes: "five" })).toMatchObject([409, { code: "conflict" }]);
    expect(await get()).toMatchObject({ notes: "four" });
  });

  test("stand in the timeline once, with who changed what, and in the audit log", async () => {
    await put(0, { tags: ["finance"] });
    await put(1, { tags: ["finance"], notes: "Ask Ada", runbook: "https://example.com/r" });
    await put(1, { tags: [] });
    const items = await timeline();
    expect(items.map(timelineWords)).toEqual([
      {
        title: "Tags, owners or notes, refused",
        detail: expect.stringContaining("meanwhile"),
        who: "local",
      },
      { title: "Notes and runbook link changed", detail: null, who: "local" },
      { title: "Tags changed", detail: "none to finance", who: "local" },
    ]);
    const { db } = await store();
    const rows = await db.select().from(audit).where(eq(audit.operation, "annotate_connection"));
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(["failed", "succeeded", "succeeded"]);
  });

  test("are refused with the field that is wrong, from another site, and where there is no such connection", async () => {
    expect(await put(0, { runbook: "javascript:alert(1)" })).toMatchObject([400, { field: "runbook" }]);
    expect(await put(0, { tags: ["a"] }, { site: "cross-site" })).toMatchObject([403, {}]);
    expect(await put(0, { tags: ["a"] }, { id: "gone" })).toMatchObject([404, { code: "not_found" }]);
    expect(await get()).toMatchObject({ version: 0 });
    expect(await list()).toEqual([]);
    expect(await timeline()).toEqual([]);
  });
});
