"use client";
import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { Fact, Facts } from "@/components/settings/facts";
import { SweepProgress } from "@/components/settings/sweep-progress";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import { useNow } from "@/components/ui/use-now";
import { countOf, figure } from "@/lib/model/names";
import type { AccountStatus } from "@/lib/model/snapshot";
import { duration } from "@/lib/model/time";
import { refreshAccount } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";

/** How the console reads the account, how often and why not oftener. */
export function PollerPanel({ status }: { status: AccountStatus }) {
  const now = useNow(1_000);
  const read = useMutation({ mutationFn: refreshAccount });
  const { swept_at, sweep_ms, interval_ms, next_sweep_at, budget_per_hour, resting, elsewhere } =
    status.poller;
  const { connections } = status.access;
  const pages = Math.max(1, Math.ceil(connections / 1_000));
  return (
    <Panel
      title="Snapshot"
      sub="what the pages show"
      end={
        <Button size="sm" pending={read.isPending} onClick={() => read.mutate()}>
          <RefreshCw aria-hidden="true" />
          {read.isPending ? "Reading" : "Read now"}
        </Button>
      }
      foot={`Reading ${countOf(connections, "connection")} takes ${countOf(pages, "request")} and more for those that are watched or syncing. All of it keeps within ${figure(budget_per_hour)} requests an hour, so other tools keep theirs.`}
    >
      {status.condition.state === "starting" ? (
        <div className="px-3 pt-3 sm:px-4">
          <SweepProgress done={status.condition.done} total={status.condition.total} />
        </div>
      ) : null}
      {resting ? (
        <div className="px-3 pt-3 sm:px-4">
          <Note tone="delayed">
            <b>{elsewhere ? "The instance that reads rests." : "Reading rests."}</b> Less than a fifth of the
            hour's requests are left, which people may need. What is left is looked at every 5 minutes, and
            reading goes on when there is more.
          </Note>
        </div>
      ) : null}
      {read.error ? (
        <div className="px-3 pt-3 sm:px-4">
          <Note tone="broken" role="alert">
            <b>Not read.</b> {messageOf(read.error)}
          </Note>
        </div>
      ) : null}
      <Facts>
        <Fact name="Last read">
          {swept_at === null ? "not yet" : <Time at={swept_at} every={1_000} copyable />}
        </Fact>
        <Fact name="It took">{sweep_ms === null ? "not known" : duration(sweep_ms)}</Fact>
        <Fact name={resting ? "Next look at what is left" : "Next"}>
          {next_sweep_at === null ? (
            "not planned"
          ) : next_sweep_at <= now ? (
            "now"
          ) : (
            <Time at={next_sweep_at} every={1_000} />
          )}
        </Fact>
        <Fact name="Every">{duration(interval_ms)}</Fact>
        {elsewhere ? <Fact name="Read by">another instance of this console</Fact> : null}
        <Fact name="Allowed an hour">{countOf(budget_per_hour, "request")}</Fact>
      </Facts>
    </Panel>
  );
}
