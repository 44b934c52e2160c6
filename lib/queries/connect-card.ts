import { queryOptions } from "@tanstack/react-query";
import type { IssuedCard } from "@/lib/model/issued-card";
import { upstream } from "@/lib/queries/upstream";

/** The card that this tab made for a connection; null for none. Held in memory, never stored. */
export function issuedCard(connectionId: string) {
  return queryOptions({
    queryKey: ["issued-card", connectionId],
    queryFn: (): IssuedCard | null => null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/**
 * Has Fivetran make a connect card, good for a day.
 * @param redirect_uri where its page leads when it is done
 * @throws ApiError
 */
export async function makeConnectCard(
  connectionId: string,
  redirect_uri: string,
): Promise<{ token: string; uri: string }> {
  const { connect_card } = await upstream("POST /connections/{connectionId}/connect-card", {
    params: { connectionId },
    body: { connect_card_config: { redirect_uri } },
  });
  return connect_card;
}
