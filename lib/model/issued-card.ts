/** A connect card that was made in this tab. It opens the settings of a connection: kept in memory and nowhere else. */
export interface IssuedCard {
  token: string;
  uri: string;
  /** Epoch milliseconds. */
  made_at: number;
  good_until: number;
  /** What Fivetran called the connection when the card was made. */
  setup_state: string;
  /** That the card's page led back to us, and with what; null before. */
  returned: { at: number; token: ReturnedToken } | null;
}

/** The token that came back: the one that was issued, another, or none, which tells nothing. */
export type ReturnedToken = "same" | "other" | "none";

const DAY_MS = 86_400_000;

/**
 * Until when a card is good: a day (D: rest-api/getting-started/connect-card), or less where its token says so.
 * @param token a JWT as far as is known
 * @param made_at epoch milliseconds
 */
export function cardGoodUntil(token: string, made_at: number): number {
  const day = made_at + DAY_MS;
  const exp = expiryOf(token);
  return exp === null ? day : Math.min(day, exp);
}

function expiryOf(token: string): number | null {
  try {
    const body = token.split(".")[1] ?? "";
    const claims: unknown = JSON.parse(atob(body.replaceAll("-", "+").replaceAll("_", "/")));
    const exp = typeof claims === "object" && claims !== null && "exp" in claims ? claims.exp : null;
    return typeof exp === "number" && Number.isFinite(exp) ? exp * 1_000 : null;
  } catch {
    return null;
  }
}

/** `returned`: its page led back and Fivetran has not said yet that the connection is set up. */
export type CardState = "waiting" | "expired" | "strange" | "returned" | "done";

/**
 * Where a card stands. A connection that has become set up since means that it was completed, wherever that was.
 * @param setup_state what Fivetran says now
 */
export function cardState(card: IssuedCard, setup_state: string, now: number): CardState {
  const token = card.returned?.token;
  if (token === "other") return "strange";
  if (setup_state === "connected" && (card.setup_state !== "connected" || token)) return "done";
  if (token) return "returned";
  return now > card.good_until ? "expired" : "waiting";
}
