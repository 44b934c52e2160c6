"use client";
import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { StatusLabel } from "@/components/sync-status/status-label";
import { Button, ButtonLink, buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useNow } from "@/components/ui/use-now";
import { fivetranUrl } from "@/lib/model/fivetran-url";
import { needSince } from "@/lib/model/need-since";
import type { Need } from "@/lib/model/needs-person";
import { isoTime } from "@/lib/model/time";
import { useSyncConnection } from "@/lib/queries/connection-acts";

/** One connection that waits for somebody: why, since when as far as we saw, and what helps first. */
export function NeedLine({ need, service, pretend }: { need: Need; service: string; pretend: boolean }) {
  const { row, health, reason } = need;
  const now = useNow();
  const href = `/connections/${encodeURIComponent(row.id)}`;
  const since = needSince(row, now);
  const seen = `${row.since_exact ? "First seen" : "Already so at our first look,"} ${isoTime(row.health_since)}`;
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-x-2.5 gap-y-0.5 border-line px-3 py-3 hover:bg-hover sm:grid-cols-[18px_minmax(0,1fr)_124px_108px] sm:gap-x-3 sm:gap-y-0 sm:px-4 sm:py-[9px] [&+&]:border-t">
      <span className="mt-[3px] self-start">
        <StatusLabel health={health} hideWord />
      </span>
      <div className="min-w-0 max-sm:col-span-2">
        <div className="flex min-w-0 items-baseline gap-2 max-sm:flex-wrap max-sm:gap-y-0">
          <Link href={href} prefetch={false} title={row.schema} className="min-w-0 truncate hover:underline">
            <bdi className="mono font-medium">{row.schema}</bdi>
          </Link>
          <bdi className="max-w-40 shrink-0 truncate text-ink-3 text-xs">{service}</bdi>
        </div>
        <p title={reason} className="wrap-anywhere line-clamp-2 text-ink-2 sm:line-clamp-1">
          <bdi>{reason}</bdi>
        </p>
      </div>
      <div
        title={seen}
        className="flex flex-wrap gap-x-1.5 text-ink-3 text-xs leading-[17px] max-sm:col-start-2 sm:block"
      >
        <b className={cx("block font-medium", health === "incomplete" ? "text-ink" : `st-${health}`)}>
          {since.span}
        </b>
        {since.from}
      </div>
      <NeedAct need={need} href={href} pretend={pretend} />
    </li>
  );
}

function NeedAct({ need, href, pretend }: { need: Need; href: string; pretend: boolean }) {
  const { row, action } = need;
  const sync = useSyncConnection();
  const shape = "sm:w-full";
  if (action === "sync_now")
    return (
      <Button
        size="sm"
        className={shape}
        pending={sync.isPending}
        onClick={() => sync.mutate({ id: row.id, name: row.schema })}
        aria-label={`Sync ${row.schema} now`}
      >
        Sync now
      </Button>
    );
  if (action === "continue_setup" && !pretend)
    return (
      <a
        href={fivetranUrl(row.id)}
        target="_blank"
        rel="noreferrer"
        aria-label={`Continue the setup of ${row.schema} in Fivetran, in a new tab`}
        title="Continue in Fivetran, in a new tab"
        className={cx(buttonClass("secondary", "sm"), shape, "sm:px-1.5")}
      >
        <span className="sm:hidden">Continue</span>
        <span className="max-sm:hidden">In Fivetran</span>
        <ArrowUpRight aria-hidden="true" />
      </a>
    );
  return (
    <ButtonLink
      href={href}
      prefetch={false}
      size="sm"
      className={shape}
      aria-label={`See why ${row.schema} is ${need.health}`}
    >
      See why
    </ButtonLink>
  );
}
