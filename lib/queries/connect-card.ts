import { queryOptions } from "@tanstack/react-query";
import type { IssuedCard } from "@/lib/model/issued-card";
import { buildPath } from "@/lib/model/path";
import { post } from "@/lib/queries/fetcher";

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
  const { data } = await post<{ data: { connect_card: { token: string; uri: string } } }>(
    `/api/fivetran${buildPath("/connections/{connectionId}/connect-card", { connectionId })}`,
    { connect_card_config: { redirect_uri } },
  );
  return data.connect_card;
}
