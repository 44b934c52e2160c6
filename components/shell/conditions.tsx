"use client";
import { useQuery } from "@tanstack/react-query";
import { DatabaseZap, FlaskConical, RefreshCw, Webhook, WifiOff } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useLive } from "@/components/shell/live-updates";
import { UpstreamBanner } from "@/components/shell/upstream-banner";
import { Banner } from "@/components/ui/banner";
import { capital, countOf, figure } from "@/lib/model/names";
import type { UpstreamCondition } from "@/lib/model/snapshot";
import { absoluteTime } from "@/lib/model/time";
import { accountStatus } from "@/lib/queries/account";

/** Spoken once when it begins; the banners themselves carry seconds that run. */
const SAID: Record<UpstreamCondition["state"], string> = {
  ok: "",
  starting: "Reading the account for the first time.",
  refused: "Fivetran refused our key.",
  rate_limited: "The API budget is used up.",
  unreachable: "No answer from Fivetran.",
};

/** What holds for every page, worst first; the sandbox's own notice last. */
export function Conditions() {
  const live = useLive();
  const pathname = usePathname();
  const { data: status } = useQuery(accountStatus);
  if (!status) return null;
  const { condition } = status;
  return (
    <section aria-label="What holds for every page">
      <p role="status" className="sr-only">
        {status.store_failing ? "Headgate’s database fails." : ""} {SAID[condition.state]}{" "}
        {live === "down" ? "Live updates are off." : ""}
      </p>
      <UpstreamBanner status={status} />
      {status.store_failing ? (
        <Banner tone="broken" icon={DatabaseZap}>
          <b>Since {absoluteTime(status.store_failing.since, status.now)} nothing is written down.</b>{" "}
          {status.store_failing.message} Pages show what was read last.
        </Banner>
      ) : null}
      {live === "down" ? (
        <Banner tone="unknown" icon={WifiOff}>
          <b>Live updates are off.</b> Reconnecting; nothing is missed, the page catches up by itself.
        </Banner>
      ) : null}
      {condition.state === "starting" && pathname !== "/" ? (
        <Banner tone="syncing" icon={RefreshCw}>
          <b>Reading the account for the first time.</b>{" "}
          {condition.total === null
            ? `${countOf(condition.done, "connection")} read so far.`
            : `${figure(condition.done)} of ${countOf(condition.total, "connection")} read so far.`}
        </Banner>
      ) : null}
      {status.webhooks_off > 0 && pathname !== "/account/webhooks" ? (
        <Banner
          tone="delayed"
          icon={Webhook}
          end={
            <Link href="/account/webhooks" className="link">
              Look at it
            </Link>
          }
        >
          <b>
            {status.webhooks_off === 1
              ? "A webhook of this console is switched off."
              : `${countOf(status.webhooks_off, "webhook")} of this console are switched off.`}
          </b>{" "}
          Changes are seen by polling until it is on again.
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
          <b>Sandbox.</b> {sentenceAfterName(status.upstream.notice)}
        </Banner>
      ) : null}
    </section>
  );
}

/** The notice without its own "Sandbox:", which stands before it in bold. */
function sentenceAfterName(notice: string): string {
  const rest = notice.replace(/^Sandbox[.:]\s*/, "");
  return capital(rest);
}
