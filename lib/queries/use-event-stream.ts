"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { applyEvent } from "@/lib/queries/apply-event";
import { joinStream } from "@/lib/queries/shared-stream";

/** Down is said only after this long without a stream: a reconnect takes a moment. */
const PATIENCE = 4_000;
const FALLBACK = 60_000;

export type Live = "connecting" | "live" | "down";

/**
 * Keeps everything this tab holds in step with the server. Mount once. While the stream is down for good the
 * account is read once a minute.
 */
export function useEventStream(): Live {
  const client = useQueryClient();
  const [live, setLive] = useState<Live>("connecting");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fallback = () => {
      setLive("down");
      void client.invalidateQueries({ queryKey: ["account"] });
      timer = setTimeout(fallback, FALLBACK);
    };
    const down = () => {
      timer ??= setTimeout(fallback, PATIENCE);
    };
    down();
    const leave = joinStream({
      onEvent: (event) => applyEvent(client, event),
      onLink(up) {
        if (!up) return down();
        clearTimeout(timer);
        timer = undefined;
        setLive("live");
      },
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [client]);
  return live;
}
