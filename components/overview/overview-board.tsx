"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { ChangesPanel, LAST_DAY } from "@/components/overview/changes-panel";
import { DestinationsPanel } from "@/components/overview/destinations-panel";
import { FreshnessPanel } from "@/components/overview/freshness-panel";
import { HealthCounts } from "@/components/overview/health-counts";
import { NeedsPanel } from "@/components/overview/needs-panel";
import { PageHead } from "@/components/ui/page-head";
import { Time } from "@/components/ui/time";
import { countHealths } from "@/lib/model/connection-index";
import { healthNotes } from "@/lib/model/health-notes";
import { NEEDY_HEALTHS } from "@/lib/model/needs-person";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { statusSentence } from "@/lib/model/status-sentence";
import { accountStatus, stateChanges } from "@/lib/queries/account";
import { useConnectionIndex } from "@/lib/queries/use-connection-index";

/** The account at one look: a sentence, the counts, who needs a person, what changed, where it goes. */
export function OverviewBoard({ snapshot, timeline }: { snapshot: AccountSnapshot; timeline: ReactNode }) {
  const index = useConnectionIndex(snapshot);
  const { data: status } = useQuery(accountStatus);
  const { data: changes } = useQuery(stateChanges(LAST_DAY));
  const counts = useMemo(() => countHealths(index), [index]);
  const needy = NEEDY_HEALTHS.reduce((sum, _, place) => sum + (counts[place] ?? 0), 0);
  const whole = changes && changes.length < LAST_DAY.limit ? changes : [];
  return (
    <>
      <PageHead
        title="Overview"
        actions={
          snapshot.swept_at === null ? null : (
            <span className="self-center text-ink-3 text-xs">
              All read at <Time at={snapshot.swept_at} form="absolute" />
            </span>
          )
        }
      >
        {statusSentence(index)}
      </PageHead>
      <HealthCounts
        counts={counts}
        destinations={snapshot.groups.length}
        notes={healthNotes(index, counts, whole)}
      />
      <div className="grid items-start gap-5 max-sm:gap-4 lg:grid-cols-[minmax(0,1fr)_360px] [&>*]:min-w-0">
        <NeedsPanel index={index} needy={needy} pretend={Boolean(status?.upstream.notice)} />
        <div className="grid gap-5 max-sm:gap-4 [&>*]:min-w-0">
          <FreshnessPanel snapshot={snapshot} />
          <ChangesPanel index={index} />
        </div>
      </div>
      {timeline}
      <DestinationsPanel index={index} />
    </>
  );
}
