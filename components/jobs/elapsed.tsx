"use client";
import { RefreshCw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { serverNow } from "@/components/ui/server-clock";
import { useNow } from "@/components/ui/use-now";
import { duration } from "@/lib/model/time";

/** Work that takes its time, and how long it has been going on since this was drawn. */
export function Elapsed({ children }: { children: ReactNode }) {
  const [since] = useState(serverNow);
  const spent = useNow(1_000) - since;
  return (
    <p className="flex items-center gap-2 text-ink-2">
      <RefreshCw aria-hidden="true" className="icon-st shrink-0 animate-turn text-syncing-fill" />
      <span role="status">{children}</span>
      {spent < 1_000 ? null : (
        <span aria-hidden="true" className="text-ink-3 text-xs">
          {duration(spent)}
        </span>
      )}
    </p>
  );
}
