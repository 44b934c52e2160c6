"use client";
import { createContext, useContext, useSyncExternalStore } from "react";
import { serverNow } from "@/components/ui/server-clock";

/** The time at which the server drew the page, so that the browser's first drawing says the same ages. */
export const DrawnAt = createContext(0);

interface Ticker {
  now: number;
  subscribe: (changed: () => void) => () => void;
}

const tickers = new Map<number, Ticker>();

function tickerOf(every: number): Ticker {
  const known = tickers.get(every);
  if (known) return known;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    ticker.now = serverNow();
    for (const changed of listeners) changed();
  };
  const ticker: Ticker = {
    now: serverNow(),
    subscribe(changed) {
      listeners.add(changed);
      if (timer === undefined) {
        ticker.now = serverNow();
        timer = setInterval(tick, every);
      }
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
  tickers.set(every, ticker);
  return ticker;
}

/**
 * The server's time in epoch milliseconds, drawn anew every `every` milliseconds by one timer shared by all
 * that ask for the same step. Use 1,000 for seconds that run, the default for ages in lists.
 */
export function useNow(every = 10_000): number {
  const drawn = useContext(DrawnAt);
  const ticker = tickerOf(every);
  return useSyncExternalStore(
    ticker.subscribe,
    () => ticker.now,
    () => drawn,
  );
}
