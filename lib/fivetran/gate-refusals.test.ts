import { describe, expect, test } from "vitest";
import {
  clientAndUpstream,
  failure,
  group,
  KEY,
  read,
  SECRET,
  write,
} from "@/lib/fivetran/client-and-upstream";
import { json } from "@/lib/fivetran/scripted-upstream";

const scene = clientAndUpstream();

describe("a refusal", () => {
  test.each([
    [400, "InvalidInput", "invalid"],
    [401, "AuthFailed", "upstream"],
    [403, "Forbidden", "forbidden"],
    [404, "NotFound_Group", "not_found"],
    [405, "MethodNotAllowed", "not_allowed"],
    [409, "Conflict", "conflict"],
  ] as const)(
    "with status %i and code %s becomes %s, is not repeated, and quotes Fivetran",
    async (status, upstream_code, code) => {
      scene.upstream.script = (_seen, response) =>
        json(response, status, { code: upstream_code, message: "The group is busy" });
      const error = await failure(write(scene.client()));
      expect(error).toMatchObject({ code, facts: { upstream_code, upstream_status: status } });
      expect(error.message).toContain("Fivetran says: The group is busy.");
      expect(error.message).toContain("Nothing was changed");
      await failure(read(scene.client()));
      expect(scene.upstream.seen).toHaveLength(2);
    },
  );

  test("of the key shows as condition since the first one, until an answer shows that the key works", async () => {
    let now = 1000;
    scene.upstream.script = (_seen, response, n) =>
      n < 2
        ? json(response, 401, { code: "AuthFailed", message: "Bad key" })
        : json(response, 404, { code: "NotFound_Group", message: "None" });
    const mine = scene.client({ now: () => now });
    const states: string[] = [];
    mine.onChange(() => states.push(mine.condition().state));
    await failure(read(mine));
    now = 2000;
    await failure(read(mine));
    expect(mine.condition()).toMatchObject({ state: "refused", since: 1000 });
    await failure(read(mine));
    expect(mine.condition()).toEqual({ state: "ok" });
    expect(states).toEqual(["refused", "ok"]);
  });

  test("of the key holds back what nobody waits for, but one probe in 5 minutes, until the key is good", async () => {
    let now = 1_000_000;
    let good = false;
    scene.upstream.script = (_seen, response) =>
      good
        ? json(response, 200, { code: "Success", data: group })
        : json(response, 401, { code: "AuthFailed", message: "Bad key" });
    const mine = scene.client({ now: () => now });
    const ask = (as: "person" | "poller" | "job") =>
      mine.call("group_details", { params: { groupId: "soft_hill" }, as });
    expect((await failure(ask("poller"))).facts.retry_at).toBe(now + 300_000);
    for (const as of ["poller", "job", "poller"] as const) {
      now += 90_000;
      const error = await failure(ask(as));
      expect(error).toMatchObject({ code: "upstream", facts: { retry_at: 1_300_000, upstream_status: 401 } });
      expect(error.message).toContain("Nothing was sent");
    }
    expect(scene.upstream.seen).toHaveLength(1);
    now = 1_300_000;
    await Promise.all([failure(ask("poller")), failure(ask("job"))]);
    expect(scene.upstream.seen).toHaveLength(2);
    // Somebody who waits is let through, and shows that the key was mended.
    good = true;
    expect(await ask("person")).toEqual(group);
    expect(await ask("poller")).toEqual(group);
    expect(scene.upstream.seen).toHaveLength(4);
    expect(mine.condition()).toEqual({ state: "ok" });
  });

  test("of the key is remembered beside a later failure, which says nothing about the key", async () => {
    let now = 1000;
    const statuses = [401, 503, 503, 401, 503, 503, 200];
    scene.upstream.script = (_seen, response, n) =>
      json(response, statuses[n] ?? 200, { code: "X", message: "No", data: group });
    const mine = scene.client({ now: () => now });
    const next = async () => {
      now += 1000;
      await failure(write(mine));
      return mine.condition();
    };
    expect(await next()).toMatchObject({ state: "refused", since: 2000 });
    expect(await next()).toMatchObject({ state: "refused", since: 2000 });
    expect(await next()).toMatchObject({ state: "unreachable", since: 3000, refused_since: 2000 });
    expect(await next()).toMatchObject({ state: "refused", since: 2000 });
    await next();
    expect(await next()).toMatchObject({ state: "unreachable", since: 6000, refused_since: 2000 });
    await write(mine);
    expect(mine.condition()).toEqual({ state: "ok" });
  });

  test("never repeats the credentials that Fivetran may echo", async () => {
    scene.upstream.script = (seen, response) =>
      json(response, 400, { code: `Bad_${KEY}`, message: `${seen.headers.authorization} ${KEY} ${SECRET}` });
    const { message, facts } = await failure(read(scene.client()));
    expect(message + JSON.stringify(facts)).not.toMatch(/canary/);
    expect(message).not.toContain(btoa(`${KEY}:${SECRET}`));
  });

  test("with a web page instead of JSON keeps its status", async () => {
    scene.upstream.script = (_seen, response) =>
      response.writeHead(403, { "content-type": "text/html" }).end("<html>No</html>");
    const error = await failure(read(scene.client()));
    expect(error).toMatchObject({ code: "forbidden", facts: { upstream_status: 403 } });
    expect(error.message).not.toContain("<");
  });
});

describe("a 429", () => {
  const at = Date.UTC(2026, 10, 22, 12, 0, 0);
  const limited = (headers: Record<string, string>) => {
    scene.upstream.script = (_seen, response) =>
      json(response, 429, { code: "TooManyRequests", message: "Slow down" }, headers);
  };

  test.each([
    ["seconds", { "retry-after": "3600" }, at + 3_600_000],
    [
      "an HTTP date, read by the answer's own clock",
      { "retry-after": "Thu, 01 Jan 2026 00:10:00 GMT", date: "Thu, 01 Jan 2026 00:00:00 GMT" },
      at + 600_000,
    ],
    ["no Retry-After", {}, at + 5000],
    ["a garbled Retry-After", { "retry-after": "soon" }, at + 5000],
  ])("with %s pauses every call until then", async (_name, headers, until) => {
    limited(headers);
    const mine = scene.client({ now: () => at });
    const error = await failure(write(mine));
    expect(error).toMatchObject({ code: "rate_limited", facts: { retry_at: until, upstream_status: 429 } });
    expect(mine.quota().paused_until).toBe(until);
    expect(mine.condition()).toMatchObject({ state: "rate_limited", until });
    expect(scene.upstream.seen).toHaveLength(1);
  });

  test("holds the next calls back without sending them, and says until when", async () => {
    limited({ "retry-after": "60" });
    const mine = scene.client({ now: () => at });
    await failure(write(mine));
    for (const work of [read(mine), write(mine)]) {
      expect(await failure(work)).toMatchObject({ code: "rate_limited", facts: { retry_at: at + 60_000 } });
    }
    expect(scene.upstream.seen).toHaveLength(1);
  });

  test("of a second lets a read wait and go on", async () => {
    scene.upstream.script = (_seen, response, n) =>
      n === 0
        ? json(response, 429, { code: "TooManyRequests", message: "No" }, { "retry-after": "1" })
        : json(response, 200, { code: "Success", data: group });
    expect(await read(scene.client())).toEqual(group);
    expect(scene.upstream.seen).toHaveLength(2);
  });

  test("of a call to the source leaves other calls free while the hour has budget left", async () => {
    const params = { connectionId: "a", schema: "s", table: "t" };
    scene.upstream.script = (seen, response) =>
      seen.url.endsWith("/columns")
        ? json(
            response,
            429,
            { code: "TooManyRequests", message: "No" },
            { "retry-after": "600", "x-rate-limit": "20000", "x-rate-limit-remaining": "19000" },
          )
        : json(response, 200, { code: "Success", data: group });
    const mine = scene.client();
    expect((await failure(mine.call("connection_column_config", { params, as: "person" }))).code).toBe(
      "rate_limited",
    );
    expect(await read(mine)).toEqual(group);
    expect(mine.quota()).toMatchObject({ limit: 20000, remaining: 19000, paused_until: null });
  });
});
