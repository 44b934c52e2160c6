import { readCard } from "@/lib/sandbox/card/card-token";
import type { StoredCard } from "@/lib/sandbox/card/stored-card";
import type { StoredConnection } from "@/lib/sandbox/state";
import type { World } from "@/lib/sandbox/world";

export type FoundCard =
  | { ok: true; connection: StoredConnection; card: StoredCard }
  /** `words` are a title and sentences. */
  | { ok: false; status: 404 | 410; words: [title: string, ...sentences: string[]] };

const ASK = "Ask whoever sent you the link for another one.";

/** The card that a token opens, with its connection as it stands now; else why it opens none. */
export function findCard(world: World, token: string): FoundCard {
  const claims = readCard(token, world.state.card_key);
  if (!claims)
    return useless(404, "This connect card is not known", "Its link is incomplete or was changed.");
  if (!world.state.connections.has(claims.sub)) {
    return useless(404, "The connection is gone", "It was deleted after this card was made.");
  }
  const connection = world.connection(claims.sub);
  const { card } = connection;
  if (card?.id !== claims.jti) {
    return useless(410, "This connect card was replaced", "A newer card was made for the same connection.");
  }
  if (card.completed_at === null && world.now() >= card.expires_at) {
    return useless(410, "This connect card has expired", "A card is good for one day. Nothing was changed.");
  }
  return { ok: true, connection, card };
}

function useless(status: 404 | 410, title: string, sentence: string): FoundCard {
  return { ok: false, status, words: [title, sentence, ASK] };
}
