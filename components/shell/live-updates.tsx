"use client";
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { setServerClock } from "@/components/ui/server-clock";
import { accountStatus } from "@/lib/queries/account";
import { type Live, useEventStream } from "@/lib/queries/use-event-stream";

const LiveState = createContext<Live>("connecting");

/** Whether live updates reach this page. */
export function useLive(): Live {
  return useContext(LiveState);
}

/** Holds the page's event stream and keeps its clock on the server's. */
export function LiveUpdates({ children }: { children: ReactNode }) {
  const live = useEventStream();
  const { data: status, dataUpdatedAt } = useQuery(accountStatus);
  useEffect(() => {
    if (status) setServerClock(status.now, dataUpdatedAt);
  }, [status, dataUpdatedAt]);
  return <LiveState value={live}>{children}</LiveState>;
}
