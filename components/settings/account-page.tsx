"use client";
import { useQuery } from "@tanstack/react-query";
import { AccessPanel } from "@/components/settings/access-panel";
import { AccountTabs } from "@/components/settings/account-tabs";
import { CallsPanel } from "@/components/settings/calls-panel";
import { ConnectPanel } from "@/components/settings/connect-panel";
import { PollerPanel } from "@/components/settings/poller-panel";
import { QuotaPanel } from "@/components/settings/quota-panel";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { hostOf } from "@/lib/model/names";
import type { AccountStatus } from "@/lib/model/snapshot";
import { accountStatus } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";

/** Whose account this console looks at, what it may see and spend, and how to look at another. */
export function AccountPage() {
  const { data: status, error } = useQuery(accountStatus);
  return (
    <>
      <PageHead title="Account">{status ? sentence(status) : null}</PageHead>
      <AccountTabs />
      {error ? (
        <Note tone="broken" role="alert">
          <b>The state of the account could not be read anew.</b> {messageOf(error)}
        </Note>
      ) : null}
      {status ? (
        <div className="grid items-start gap-5 max-sm:gap-4 lg:grid-cols-[minmax(0,1fr)_360px]">
          <div className="grid min-w-0 gap-5 max-sm:gap-4">
            <AccessPanel status={status} />
            <CallsPanel />
            <ConnectPanel status={status} />
          </div>
          <div className="grid min-w-0 gap-5 max-sm:gap-4 sm:max-lg:grid-cols-2 sm:max-lg:items-start">
            <QuotaPanel status={status} />
            <PollerPanel status={status} />
          </div>
        </div>
      ) : null}
    </>
  );
}

function sentence(status: AccountStatus): string {
  const { account, upstream, condition } = status;
  if (condition.state === "refused") return "Fivetran refuses the key that this console was started with.";
  if (upstream.notice) return "A pretend account: nothing here reaches Fivetran.";
  const name = account?.name ?? account?.id;
  return name
    ? `${name}, read from ${hostOf(upstream.url)}.`
    : `Nothing is known of it yet; asking ${hostOf(upstream.url)}.`;
}
