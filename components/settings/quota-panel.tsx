"use client";
import { Fact, Facts } from "@/components/settings/facts";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { Time } from "@/components/ui/time";
import { useNow } from "@/components/ui/use-now";
import { figure } from "@/lib/model/names";
import type { AccountStatus } from "@/lib/model/snapshot";
import { absoluteTime } from "@/lib/model/time";

/** The hour's API requests: what is left, and who spent the rest. */
export function QuotaPanel({ status }: { status: AccountStatus }) {
  const now = useNow();
  const { limit, remaining, as_of, paused_until, exhausted_at, spent } = status.quota;
  const own = spent.person + spent.poller + spent.job;
  const known = limit !== null && remaining !== null;
  return (
    <Panel
      id="quota"
      title="API budget"
      sub="rolling hour"
      foot="The quota belongs to the account: every tool that uses its API draws on it."
    >
      <div className="grid gap-2 px-3 pt-3 pb-2 sm:px-4">
        {known ? (
          <>
            <p className="flex items-baseline gap-2">
              <span className="font-semibold text-lg">{figure(remaining)}</span>
              <span className="text-ink-3 text-xs">of {figure(limit)} requests left</span>
            </p>
            <Progress label="API budget left" done={remaining} total={limit} />
          </>
        ) : (
          <p className="text-ink-2">Fivetran has not told the quota yet; it comes with its first answer.</p>
        )}
        {paused_until !== null && paused_until > now ? (
          <Note tone="delayed">
            <b>No request leaves before {absoluteTime(paused_until, now)}.</b> Fivetran asked to wait.
          </Note>
        ) : null}
      </div>
      <Facts>
        <Fact name="By people here">{figure(spent.person)}</Fact>
        <Fact name="By jobs here">{figure(spent.job)}</Fact>
        <Fact name="By the poller here">{figure(spent.poller)}</Fact>
        {known ? (
          <Fact name="By other tools, about">{figure(Math.max(0, limit - remaining - own))}</Fact>
        ) : null}
        {known ? (
          <Fact name="At this pace">
            {exhausted_at === null ? "it lasts" : `used up ${absoluteTime(exhausted_at, now)}`}
          </Fact>
        ) : null}
        <Fact name="As of">{as_of === null ? "not yet" : <Time at={as_of} copyable />}</Fact>
      </Facts>
    </Panel>
  );
}
