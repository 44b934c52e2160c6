import { expect, test } from "vitest";
import { cardGoodUntil, cardState, type IssuedCard } from "@/lib/model/issued-card";

const AT = 1_800_000_000_000;
const DAY = 86_400_000;
const jwt = (claims: object) => `eyJhbGciOiJIUzI1NiJ9.${btoa(JSON.stringify(claims)).replace(/=+$/, "")}.sig`;

test("a card is good for a day, or for less where its token says so, whatever the token is", () => {
  expect(cardGoodUntil("not a token", AT)).toBe(AT + DAY);
  expect(cardGoodUntil(jwt({ exp: (AT + 60_000) / 1_000 }), AT)).toBe(AT + 60_000);
  expect(cardGoodUntil(jwt({ exp: (AT + 9 * DAY) / 1_000 }), AT)).toBe(AT + DAY);
  expect(cardGoodUntil(jwt({ exp: "soon" }), AT)).toBe(AT + DAY);
  expect(cardGoodUntil(jwt({}), AT)).toBe(AT + DAY);
  expect(cardGoodUntil("a.%%%.c", AT)).toBe(AT + DAY);
});

const card = (more: Partial<IssuedCard> = {}): IssuedCard => ({
  token: "t",
  uri: "https://example.com/",
  made_at: AT,
  good_until: AT + DAY,
  setup_state: "incomplete",
  returned: null,
  ...more,
});

test("a card waits, comes back, is done, or runs out", () => {
  expect(cardState(card(), "incomplete", AT)).toBe("waiting");
  expect(cardState(card(), "incomplete", AT + DAY + 1)).toBe("expired");
  expect(cardState(card({ returned: { at: AT, token: "same" } }), "incomplete", AT)).toBe("returned");
  expect(cardState(card(), "connected", AT)).toBe("done");
});

test("a connection that was set up all along says nothing of its card before that comes back", () => {
  const again = { setup_state: "connected" };
  expect(cardState(card(again), "connected", AT)).toBe("waiting");
  expect(cardState(card({ ...again, returned: { at: AT, token: "same" } }), "connected", AT)).toBe("done");
});

test("a card that comes back without a token is believed where Fivetran says the same", () => {
  const returned = { at: AT, token: "none" } as const;
  expect(cardState(card({ returned }), "incomplete", AT)).toBe("returned");
  expect(cardState(card({ returned }), "connected", AT)).toBe("done");
});

test("a card that comes back with another token is not taken for ours", () => {
  expect(cardState(card({ returned: { at: AT, token: "other" } }), "incomplete", AT)).toBe("strange");
  const again = card({ setup_state: "connected", returned: { at: AT, token: "other" } });
  expect(cardState(again, "connected", AT)).toBe("strange");
});
