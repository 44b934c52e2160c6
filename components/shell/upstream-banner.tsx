"use client";
import { useMutation } from "@tanstack/react-query";
import { CloudOff, Gauge, KeyRound } from "lucide-react";
import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { useNow } from "@/components/ui/use-now";
import { figure } from "@/lib/model/names";
import type { AccountStatus, UpstreamCondition } from "@/lib/model/snapshot";
import { absoluteTime, duration, relativeTime } from "@/lib/model/time";
import { refreshAccount } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";

type Of<S extends UpstreamCondition["state"]> = Extract<UpstreamCondition, { state: S }>;

/** The one line about how Fivetran answers at present; nothing while it answers well. */
export function UpstreamBanner({ status }: { status: AccountStatus }) {
  const { condition } = status;
  switch (condition.state) {
    case "refused":
      return <Refused condition={condition} status={status} />;
    case "rate_limited":
      return <UsedUp condition={condition} status={status} />;
    case "unreachable":
      return <NoAnswer condition={condition} status={status} />;
    default:
      return null;
  }
}

/** "What you see is as of 07:58 UTC." */
function AsOf({ status }: { status: AccountStatus }) {
  const now = useNow();
  const at = status.poller.swept_at;
  return at === null ? "Nothing has been read yet." : `What you see is as of ${absoluteTime(at, now)}.`;
}

function Refused({ condition, status }: { condition: Of<"refused">; status: AccountStatus }) {
  const now = useNow();
  return (
    <Banner
      tone="broken"
      icon={KeyRound}
      end={
        <ButtonLink href="/account#connect" size="sm">
          Replace key
        </ButtonLink>
      }
    >
      <b>Fivetran refused our key at {absoluteTime(condition.since, now)} (401).</b> <AsOf status={status} />{" "}
      Nothing is changed meanwhile; the key is tried again every 5 minutes.
    </Banner>
  );
}

function UsedUp({ condition, status }: { condition: Of<"rate_limited">; status: AccountStatus }) {
  const now = useNow();
  const { limit, spent } = status.quota;
  const own = spent.person + spent.poller + spent.job;
  return (
    <Banner
      tone="delayed"
      icon={Gauge}
      end={
        <Link href="/account#quota" className="link">
          Who spends it
        </Link>
      }
    >
      <b>API budget is used up until {absoluteTime(condition.until, now)}.</b>{" "}
      {limit === null
        ? `This console made ${figure(own)} requests in the last hour.`
        : `${figure(limit)} requests an hour are shared by every tool on the account; ${figure(own)} were this console’s.`}{" "}
      Your own actions go first when it resumes.
    </Banner>
  );
}

function NoAnswer({ condition, status }: { condition: Of<"unreachable">; status: AccountStatus }) {
  const now = useNow(1_000);
  const retry = useMutation({ mutationFn: refreshAccount });
  const next = condition.next_try_at;
  return (
    <Banner
      tone="unknown"
      icon={CloudOff}
      end={
        <Button size="sm" pending={retry.isPending} onClick={() => retry.mutate()}>
          Try now
        </Button>
      }
    >
      <b title={condition.message}>No answer from Fivetran for {duration(now - condition.since)}.</b>{" "}
      {condition.refused_since === null
        ? null
        : `Before that it refused our key (${absoluteTime(condition.refused_since, now)}, 401). `}
      <AsOf status={status} />{" "}
      {retry.isPending
        ? "Trying now."
        : retry.error
          ? messageOf(retry.error)
          : next !== null && next > now
            ? `Trying again ${relativeTime(next, now)}.`
            : "Trying again."}
    </Banner>
  );
}
