"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { serverNow } from "@/components/ui/server-clock";
import { useNow } from "@/components/ui/use-now";
import { type CardState, cardGoodUntil, cardState, type IssuedCard } from "@/lib/model/issued-card";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { awaitReturn } from "@/lib/queries/card-channel";
import { issuedCard, makeConnectCard } from "@/lib/queries/connect-card";
import { connectionDetail } from "@/lib/queries/connection";
import { settingsSaved } from "@/lib/queries/settings-saved";

export interface ConnectCard {
  card: IssuedCard | null;
  state: CardState | null;
  making: boolean;
  error: Error | null;
  /** The browser did not let the card's page be opened. */
  blocked: boolean;
  /** To be called by a press, which lets the page be opened in a new tab. */
  make: () => void;
}

/** Makes a connect card, opens its page and waits for what becomes of it. */
export function useConnectCard(detail: ConnectionDetail): ConnectCard {
  const { id, setup_state } = detail.row;
  const client = useQueryClient();
  const now = useNow();
  const { data: card = null } = useQuery(issuedCard(id));
  const [blocked, setBlocked] = useState(false);
  const make = useMutation({
    mutationFn: async (page: Window | null) => {
      const made_at = serverNow();
      const back = new URL("/connections/card-return", location.origin);
      back.searchParams.set("connection", id);
      const { token, uri } = await makeConnectCard(id, back.href);
      const good_until = cardGoodUntil(token, made_at);
      const made: IssuedCard = { token, uri, made_at, good_until, setup_state, returned: null };
      client.setQueryData(issuedCard(id).queryKey, made);
      page?.location.replace(uri);
    },
    onError: (_, page) => page?.close(),
  });

  const token = card?.token;
  useEffect(() => {
    if (token === undefined) return;
    return awaitReturn(id, token, (came) => {
      client.setQueryData(
        issuedCard(id).queryKey,
        (old) => old && { ...old, returned: { at: serverNow(), token: came } },
      );
      client.setQueryData(settingsSaved(id).queryKey, serverNow());
      void client.invalidateQueries({ queryKey: connectionDetail(id).queryKey });
    });
  }, [client, id, token]);

  return {
    card,
    state: card && cardState(card, setup_state, now),
    making: make.isPending,
    error: make.error,
    blocked,
    make: () => {
      // Opened before the answer is there: browsers let only a press open a page.
      const page = window.open("about:blank", "_blank");
      if (page) page.opener = null;
      setBlocked(page === null);
      make.mutate(page);
    },
  };
}
