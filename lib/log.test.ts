import { expect, it } from "vitest";
import { makeLog } from "@/lib/log";

function lineOf(write: (log: ReturnType<typeof makeLog>) => void): string {
  let text = "";
  const keep = (line: string) => {
    text += line;
  };
  write(makeLog("info", { write: keep }));
  return text;
}

const CANARY = "Y2FuYXJ5OmNhbmFyeTQ3MTE=";

it.each<[string, (log: ReturnType<typeof makeLog>) => void]>([
  ["a field", (log) => log.info({ password: CANARY }, "sent")],
  ["a deep field", (log) => log.info({ a: { b: { c: { d: { api_secret: CANARY } } } } }, "sent")],
  ["a header", (log) => log.info({ headers: { authorization: `Basic ${CANARY}` } }, "sent")],
  ["a message", (log) => log.info(`Authorization: Basic ${CANARY}`)],
  ["a message after fields", (log) => log.info({}, `postgres://user:${CANARY}@host/db`)],
  ["an error", (log) => log.error(new Error(`https://user:${CANARY}@host failed`))],
])("keeps a secret in %s out of the line", (_place, write) => {
  const line = lineOf(write);
  expect(line).toContain("[redacted]");
  expect(line).not.toContain(CANARY);
});

it("writes one JSON object per line, with level, time and message", () => {
  const line = lineOf((log) => log.warn({ status: 502 }, "upstream failed"));
  expect(JSON.parse(line)).toMatchObject({ level: "warn", status: 502, msg: "upstream failed" });
  expect(line.endsWith("\n")).toBe(true);
});
