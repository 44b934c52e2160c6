"use client";
import { useQuery } from "@tanstack/react-query";
import { FlaskConical, RefreshCw, WifiOff } from "lucide-react";
import Link from "next/link";
import { useLive } from "@/components/shell/live-updates";
import { UpstreamBanner } from "@/components/shell/upstream-banner";
import { Banner } from "@/components/ui/banner";
import { countOf, figure } from "@/lib/model/names";
import { accountStatus } from "@/lib/queries/account";

/** What holds for every page, worst first; the sandbox's own notice last. */
export function Conditions() {
  const live = useLive();
  const { data: status } = useQuery(accountStatus);
  if (!status) return null;
  const { condition } = status;
  return (
    <>
      <div aria-live="polite">
        <UpstreamBanner status={status} />
        {live === "down" ? (
          <Banner tone="unknown" icon={WifiOff}>
            <b>Live updates are off.</b> Reconnecting; nothing is missed, the page catches up by itself.
          </Banner>
        ) : null}
      </div>
      {condition.state === "starting" ? (
        <Banner tone="syncing" icon={RefreshCw}>
          <b>Reading the account for the first time.</b>{" "}
          {condition.total === null
            ? `${countOf(condition.done, "page")} read so far.`
            : `${figure(condition.done)} of ${countOf(condition.total, "page")} read so far.`}
        </Banner>
      ) : null}
      {status.upstream.notice ? (
        <Banner
          tone="paused"
          icon={FlaskConical}
          end={
            <Link href="/account#connect" className="link">
              Connect an account
            </Link>
          }
        >
          <b>Sandbox.</b> {status.upstream.notice.replace(/^Sandbox[.:]\s*/, "")}
        </Banner>
      ) : null}
    </>
  );
}
