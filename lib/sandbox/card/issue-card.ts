import { randomUUID } from "node:crypto";
import type { ConnectCardConfig } from "@/lib/contract/connection-rows";
import { signCard } from "@/lib/sandbox/card/card-token";
import type { StoredConnection } from "@/lib/sandbox/state";
import type { World } from "@/lib/sandbox/world";

/** A card is good for one day (D: rest-api/getting-started/connect-card). */
const DAY = 86_400_000;

/**
 * Makes a connect card in the place of an earlier one, which is of no use from now on.
 * @param base where card pages are served, e.g. `https://host/sandbox`
 */
export function issueCard(
  world: World,
  connection: StoredConnection,
  config: ConnectCardConfig,
  base: string,
): { token: string; uri: string } {
  const now = world.now();
  const expires_at = now + DAY;
  const id = randomUUID();
  connection.card = { id, config, expires_at, completed_at: null, tests: null };
  world.changed(connection);
  const claims = { sub: connection.id, jti: id, iat: seconds(now), exp: seconds(expires_at) };
  const token = signCard(claims, world.state.card_key);
  const query = new URLSearchParams({ redirect_uri: config.redirect_uri, auth: token });
  if (config.hide_setup_guide) query.set("hide_setup_guide", "true");
  return { token, uri: `${base}/connect-card/setup?${query}` };
}

const seconds = (ms: number) => Math.floor(ms / 1000);
