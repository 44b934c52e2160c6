import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { answerUpstreamPage, showUpstreamPages } from "@/lib/auth/upstream-pages";

const asked: { method: string; url: string; body: string; authorization: string | undefined }[] = [];
const upstream = createServer(async (request: IncomingMessage, answer) => {
  let body = "";
  for await (const piece of request) body += piece;
  const { method = "", url = "", headers } = request;
  asked.push({ method, url, body, authorization: headers.authorization });
  answer.writeHead(method === "POST" ? 303 : 200, {
    "Content-Type": "text/html",
    "Content-Security-Policy": "default-src 'none'",
    "Set-Cookie": "a=b",
    ...(method === "POST" && { Location: "?auth=t" }),
  });
  answer.end("<p>page</p>");
});
const listening = new Promise<void>((done) => upstream.listen(0, "127.0.0.1", done));
afterAll(() => new Promise((done) => upstream.close(done)));

const CARD = "connect-card/setup";
const ask = (path: string, headers: Record<string, string> = {}, body?: string) =>
  answerUpstreamPage(
    new Request(`http://localhost/sandbox/${path}?auth=t`, {
      method: body === undefined ? "GET" : "POST",
      headers: { host: "localhost", ...headers },
      ...(body !== undefined && { body }),
    }),
    path,
  );

test("without an upstream that has pages there are none", async () => {
  expect((await ask(CARD)).status).toBe(404);
});

test.sequential("then a card's page is shown, and nothing else of the upstream can be reached", async () => {
  await listening;
  showUpstreamPages(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
  const page = await ask(CARD, { "sec-fetch-site": "cross-site", authorization: "Basic abc" });
  expect([page.status, await page.text()]).toEqual([200, "<p>page</p>"]);
  expect(page.headers.get("content-security-policy")).toBe("default-src 'none'");
  expect(page.headers.get("set-cookie")).toBeNull();
  expect(asked).toEqual([{ method: "GET", url: `/${CARD}?auth=t`, body: "", authorization: undefined }]);
  for (const path of [
    "v1/connections",
    "_sandbox/faults",
    "_sandbox/../connect-card/setup",
    "connect-card",
  ]) {
    expect((await ask(path)).status).toBe(404);
  }
  expect(asked).toHaveLength(1);
});

test.sequential("what is sent has to come from the page itself, and stays within a megabyte", async () => {
  asked.length = 0;
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const own = { ...form, origin: "http://localhost", "sec-fetch-site": "same-origin" };
  const sent = await ask(CARD, own, "action=allow");
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "?auth=t"]);
  expect(asked).toEqual([
    { method: "POST", url: `/${CARD}?auth=t`, body: "action=allow", authorization: undefined },
  ]);
  expect((await ask(CARD, { ...form, origin: "https://evil.example" }, "a=b")).status).toBe(403);
  expect((await ask(CARD, { ...form, "sec-fetch-site": "cross-site" }, "a=b")).status).toBe(403);
  expect((await ask(CARD, own, "x".repeat(1_048_577))).status).toBe(413);
  expect((await ask(CARD, { host: "evil.example" })).status).toBe(403);
  expect(asked).toHaveLength(1);
});
