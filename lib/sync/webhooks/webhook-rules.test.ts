import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { acceptedSecrets, type KeptSecret, OVERLAP_MS } from "@/lib/model/webhook-console";
import { readEvent } from "@/lib/sync/webhooks/read-event";
import { addressShown } from "@/lib/sync/webhooks/show-webhooks";
import { signs } from "@/lib/sync/webhooks/verify-signature";

const hex = (bytes: Uint8Array, secret: string) => createHmac("sha256", secret).update(bytes).digest("hex");

test("the HMAC of the bytes fits in any case of letters; one changed byte or another secret never does", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.string({ minLength: 1 }),
      fc.nat(),
      (bytes, secret, at) => {
        const right = hex(bytes, secret);
        const mixed = [...right].map((letter, index) => (index % 2 ? letter.toUpperCase() : letter)).join("");
        expect(signs(mixed, bytes, secret)).toBe(true);
        const changed = bytes.slice();
        changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
        expect(signs(right, changed, secret)).toBe(false);
        expect(signs(right, bytes, `${secret}x`)).toBe(false);
      },
    ),
    { seed: 7 },
  );
});

test("what is no 64 digits of hex is no signature", () => {
  const bytes = new Uint8Array([1]);
  for (const odd of ["", "sha256=", "g".repeat(64), hex(bytes, "s").slice(1), `${hex(bytes, "s")}0`]) {
    expect(signs(odd, bytes, "s")).toBe(false);
  }
});

const made = (nonce: string, more: Partial<KeptSecret> = {}): KeptSecret => ({
  nonce,
  check: "",
  made_at: 1_000,
  state: "set",
  seen_at: null,
  ...more,
});
const names = (secrets: readonly KeptSecret[], now: number) =>
  acceptedSecrets(secrets, now).map(({ nonce }) => nonce);

test.each([
  ["one alone is good for ever", [made("a")], 1e12, ["a"]],
  ["a new one and the old one, for a day", [made("a"), made("b")], 1_000 + OVERLAP_MS - 1, ["b", "a"]],
  ["after a day the new one alone", [made("a"), made("b")], 1_000 + OVERLAP_MS, ["b"]],
  ["once it was seen the new one alone", [made("a"), made("b", { seen_at: 1_001 })], 1_002, ["b"]],
  ["both while Fivetran's answer is lost", [made("a"), made("b", { state: "unsure" })], 1e12, ["b", "a"]],
  ["both while it is being set", [made("a"), made("b", { state: "sending" })], 1e12, ["b", "a"]],
] as const)("secrets: %s", (_, secrets, now, expected) => {
  expect(names(secrets, now)).toEqual(expected);
});

test("an event is read whatever else it holds, and never throws", () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (body) => {
      const event = readEvent(body);
      if (event) expect(event.event.length).toBeGreaterThan(0);
    }),
    { seed: 7 },
  );
  expect(readEvent('{"event":"sync_end","connector_id":"_connector_1","data":7,"created":"x"}')).toEqual({
    event: "sync_end",
    event_at: null,
    connection_id: null,
    sync_id: null,
    outcome: null,
  });
  expect(readEvent('{"event":"e","connection_id":"new_name"}')).toMatchObject({ connection_id: "new_name" });
});

test("an address is shown without what would let others deliver", () => {
  expect(addressShown("https://h.example/api/webhooks/fivetran/abcdefghijklmnopqrstuvwxyz123456", true)).toBe(
    "h.example",
  );
  expect(
    addressShown("https://hooks.slack.example/services/T00000000/B0000/x1234567890123456789?t=1", false),
  ).toBe("hooks.slack.example/services/T00000000/B0000/…");
  expect(addressShown("nonsense", false)).toBe("not an address");
});
