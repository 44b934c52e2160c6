"use client";
import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import { nextSync } from "@/lib/model/next-sync";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { everyMinutes } from "@/lib/model/time";

function At({ at, never }: { at: number | null; never: string }) {
  if (at === null) return never;
  return (
    <>
      <Time at={at} form="absolute" copyable />{" "}
      <small className="text-ink-3 text-xs">
        <Time at={at} />
      </small>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-3 text-xs">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

/** Times and schedule in one row. */
export function ConnectionFacts({ detail }: { detail: ConnectionDetail }) {
  const { row } = detail;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3 lg:flex lg:justify-between">
      <Fact name="Last success">
        <At at={row.succeeded_at} never="never" />
      </Fact>
      <Fact name="Last failure">
        <At at={row.failed_at} never="never" />
      </Fact>
      <Fact name="Next sync">
        <Next row={row} />
      </Fact>
      <Fact name="Frequency">
        {row.schedule_type === "manual" ? "manual" : everyMinutes(row.sync_frequency)}{" "}
        <small className="text-ink-3 text-xs">
          {row.schedule_type === "manual" ? "" : row.schedule_type}
        </small>
      </Fact>
      <Fact name="Created">
        <At at={row.created_at} never="not known" />
      </Fact>
      <Fact name="Read">
        <Time at={detail.read_at} copyable every={1_000} />
      </Fact>
    </dl>
  );
}

function Next({ row }: { row: ConnectionDetail["row"] }) {
  const next = nextSync(row);
  switch (next.kind) {
    case "running":
      return "running";
    case "paused":
      return "none while paused";
    case "not_set_up":
      return "none before set-up";
    case "manual":
      return "when asked";
    case "first":
      return "not known";
    case "daily":
      return `daily, ${next.time} or up to 1 h later`;
    case "rescheduled":
      return next.at === null ? "rescheduled" : <At at={next.at} never="" />;
    case "by":
      return (
        <>
          by <At at={next.at} never="" />
          <small className="text-ink-3 text-xs">, an estimate</small>
        </>
      );
  }
}
