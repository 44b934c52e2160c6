import fc from "fast-check";
import { expect, test } from "vitest";
import { DELETE as dropTemplate } from "@/app/api/connection-templates/[id]/route";
import { POST as saveTemplate } from "@/app/api/connection-templates/route";
import { DELETE as forgetAttempt } from "@/app/api/earlier-attempts/[id]/route";
import { POST as create } from "@/app/api/setup-drafts/[id]/create/route";
import { POST as look } from "@/app/api/setup-drafts/[id]/look/route";
import { DELETE as drop, GET as read, PUT as save } from "@/app/api/setup-drafts/[id]/route";
import { POST as begin, GET as list } from "@/app/api/setup-drafts/route";
import { askRoute as ask } from "@/lib/auth/ask-route";
import { rounds } from "@/lib/env";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { startSandbox } from "@/lib/sandbox/server";
import { holdStore, testStore } from "@/lib/store/test-store";
import { setupScene } from "@/lib/sync/setup/setup-scene";
import { setSetupTimes } from "@/lib/sync/setup/setup-times";

holdStore(testStore);
const { open, draft, request, faults, on, posts } = setupScene(startSandbox);

const none = {};
const TEXTS = [
  "",
  " ",
  "\0",
  "\ud800",
  "__proto__",
  "constructor",
  "../x",
  "%00",
  "a/b",
  "x".repeat(5_000),
  "';--",
];
const text = fc.constantFrom(...TEXTS);
const key = fc.constantFrom("__proto__", "constructor", "toString", "schema", "host", "", "a.b");
const junk = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom(null, true, -1, 0, 1e21, 1.5),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

/** A body that is right but for some of its parts. */
const spoilt = (right: object) =>
  fc.oneof(
    junk,
    fc
      .subarray(Object.keys(right), { minLength: 1 })
      .chain((names) =>
        fc.tuple(fc.constant(names), fc.array(junk, { minLength: names.length, maxLength: names.length })),
      )
      .map(([names, values]) => ({
        ...right,
        ...Object.fromEntries(names.map((name, at) => [name, values[at]])),
      })),
  );

test("no body makes a route fail, whatever stands in it", async () => {
  await open();
  const { body } = await ask(begin, none, { service: "postgres" });
  const { id, values, secrets } = body as SetupDraft;
  const saved = { version: 1, step: "names", values, secrets };
  const asked = request({ schema_prefix: "fresh", host: "h" }, { service: "postgres" });
  const calls = [
    [spoilt({ service: "nonsense", group_id: "g" }), (it: unknown) => ask(begin, none, it)],
    [spoilt({ connection_id: "nonsense" }), (it: unknown) => ask(begin, none, it)],
    [spoilt({ template_id: 9 }), (it: unknown) => ask(begin, none, it)],
    [spoilt({ ...saved, version: 99 }), (it: unknown) => ask(save, { id }, it, "PUT")],
    [
      spoilt({ ...values, group_id: "g" }).map((it) => ({ ...saved, version: 99, values: it })),
      (it: unknown) => ask(save, { id }, it, "PUT"),
    ],
    [
      spoilt({ config: { host: "h" } }).map((settings) => ({
        ...saved,
        version: 99,
        values: { ...values, settings },
      })),
      (it: unknown) => ask(save, { id }, it, "PUT"),
    ],
    [
      spoilt({ ...asked, group_id: "nowhere" }).map((it) => ({ request: it })),
      (it: unknown) => ask(create, { id }, it),
    ],
    [spoilt({ request: null, again: true }), (it: unknown) => ask(create, { id }, it)],
    [spoilt({ name: "", draft_id: "nonsense" }), (it: unknown) => ask(saveTemplate, none, it)],
    [spoilt({ name: "n", connection_id: "nonsense" }), (it: unknown) => ask(saveTemplate, none, it)],
  ] as const;
  for (const [bodies, call] of calls) {
    await fc.assert(
      fc.asyncProperty(bodies as fc.Arbitrary<unknown>, async (it) => {
        const { status, text: said } = await call(it);
        expect(status, said).toBeLessThan(500);
      }),
      { seed: 7, numRuns: rounds(30, 2_000) },
    );
  }
  expect(((await ask(list, none)).body as unknown[]).length).toBe(1);
  expect(await ask(read, { id })).toMatchObject({ body: { version: 1 } });
});

test("no id makes a route fail: it is nobody's", async () => {
  await open();
  const { id: theirs } = await draft("stripe", "other");
  const { body } = await ask(begin, none, { service: "stripe" });
  const { values } = body as SetupDraft;
  const saved = { version: 1, step: "names", values, secrets: [] };
  for (const id of [...TEXTS, theirs]) {
    const answers = [
      await ask(read, { id }),
      await ask(save, { id }, saved, "PUT"),
      await ask(drop, { id }, {}, "DELETE"),
      await ask(look, { id }, {}),
      await ask(create, { id }, { request: request({ schema: "fresh", api_key: "k" }) }),
    ];
    expect(
      answers.map(({ status }) => status),
      JSON.stringify(id),
    ).toEqual([404, 404, 404, 404, 404]);
    const template = await ask(saveTemplate, none, { name: "T", draft_id: id });
    expect([400, 404]).toContain(template.status);
    for (const forget of [dropTemplate, forgetAttempt])
      expect((await ask(forget, { id }, {}, "DELETE")).status).toBe(400);
  }
  for (const id of ["0x1", "1e0", " 1 ", "+1", "2147483648", "-1"])
    for (const forget of [dropTemplate, forgetAttempt])
      expect((await ask(forget, { id }, {}, "DELETE")).status, id).toBe(400);
  expect(await posts()).toBe(0);
});

test("bodies that are too large, too deep or no JSON are refused before anything is done", async () => {
  await open();
  const { body } = await ask(begin, none, { service: "postgres" });
  const { id, values, secrets } = body as SetupDraft;
  const saved = JSON.stringify({ version: 1, step: "names", values, secrets });
  const large = { schema_prefix: "fresh", host: "h".repeat(1_100_000) };
  expect(await ask(save, { id }, `${saved}${" ".repeat(262_144)}`, "PUT")).toMatchObject({ status: 413 });
  expect(await ask(create, { id }, { request: request(large, { service: "postgres" }) })).toMatchObject({
    status: 413,
  });
  expect(await ask(save, { id }, "{", "PUT")).toMatchObject({ status: 400, body: { code: "invalid" } });
  const nested = saved.replace('"config":{', `"config":{"odd":${deep(100_000)},`);
  expect(await ask(save, { id }, nested, "PUT")).toMatchObject({ status: 200 });
  const far = JSON.stringify({
    request: request({ schema_prefix: "fresh", odd: 0 }, { service: "postgres" }),
  });
  expect(await ask(create, { id }, far.replace('"odd":0', `"odd":${deep(100_000)}`))).toMatchObject({
    status: 400,
    body: { field: "config.odd" },
  });
  expect(await posts()).toBe(0);
});

test("a person has so many drafts and no more, whatever others have", async () => {
  await open();
  for (let at = 0; at < 200; at += 1) await draft();
  const refused = await ask(begin, none, { service: "stripe" });
  expect(refused).toMatchObject({ status: 409, body: { code: "conflict" } });
  await draft("stripe", "other");
  const [first] = (await ask(list, none)).body as SetupDraft[];
  await ask(drop, { id: first?.id ?? "" }, {}, "DELETE");
  expect((await ask(begin, none, { service: "stripe" })).status).toBe(201);
});

test("names of prototypes are names: stored, shown and sent as nothing else", async () => {
  await open();
  const { body } = await ask(begin, none, { service: "stripe" });
  const { id, values, secrets } = body as SetupDraft;
  const hostile = JSON.parse(
    '{"__proto__":{"schema":"polluted"},"constructor":"c","schema":"fresh"}',
  ) as object;
  const next = { ...values, settings: { ...values.settings, config: hostile } };
  expect(await ask(save, { id }, { version: 1, step: "names", values: next, secrets }, "PUT")).toMatchObject({
    status: 200,
    body: { values: { settings: { config: { schema: "fresh" } } } },
  });
  expect(await ask(list, none)).toMatchObject({ body: [{ schema: "fresh" }] });
  expect(({} as { schema?: string }).schema).toBeUndefined();
});

test("of two tabs that save at once one is told so, and a draft that is gone takes neither save nor creation", async () => {
  await open();
  const { body } = await ask(begin, none, { service: "stripe" });
  const { id, values, secrets } = body as SetupDraft;
  const saved = { version: 1, step: "names", values, secrets };
  const both = await Promise.all([1, 2, 3].map(() => ask(save, { id }, saved, "PUT")));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409]);

  setSetupTimes({ looks: [0], answer: 1 });
  await faults(on("delay", { ms: 300 }));
  const asked = { request: request({ schema: "fresh", api_key: "k" }) };
  const [sent, dropped] = await Promise.all([ask(create, { id }, asked), ask(drop, { id }, {}, "DELETE")]);
  // Whichever came first: a draft is never gone while its request is out.
  const outcome = [sent.status, dropped.status];
  expect([
    [200, 409],
    [404, 204],
  ]).toContainEqual(outcome);
  await expect
    .poll(async () => (await ask(drop, { id }, {}, "DELETE")).status)
    .toBe(outcome[1] === 409 ? 204 : 404);
  expect((await ask(save, { id }, { ...saved, version: 2 }, "PUT")).status).toBe(404);
  expect((await ask(create, { id }, asked)).status).toBe(404);
  expect(await posts()).toBe(sent.status === 200 ? 1 : 0);
});
