"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { LiveUpdates } from "@/components/shell/live-updates";
import type { Theme } from "@/components/shell/theme";
import { DrawnTheme } from "@/components/shell/theme-menu";
import { Toaster } from "@/components/shell/toaster";
import { DrawnAt } from "@/components/ui/use-now";
import type { AccountStatus } from "@/lib/model/snapshot";
import { accountStatus } from "@/lib/queries/account";
import { makeQueryClient } from "@/lib/queries/query-client";

/** What every page stands on: the query cache, begun with the status the server drew the page from. */
export function Providers({
  status,
  theme,
  children,
}: {
  status: AccountStatus;
  theme: Theme;
  children: ReactNode;
}) {
  const [client] = useState(() => {
    const made = makeQueryClient();
    made.setQueryData(accountStatus.queryKey, status);
    return made;
  });
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <DrawnAt value={status.now}>
          <DrawnTheme value={theme}>
            <LiveUpdates>{children}</LiveUpdates>
          </DrawnTheme>
          <Toaster />
        </DrawnAt>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
