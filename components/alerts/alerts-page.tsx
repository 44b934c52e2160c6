"use client";
import { useQuery } from "@tanstack/react-query";
import { AlertLine } from "@/components/alerts/alert-line";
import { BundleHead } from "@/components/alerts/bundle-head";
import { byBundle } from "@/components/alerts/by-bundle";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "@/components/ui/panel";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { countOf } from "@/lib/model/names";
import { alertList, alertRules } from "@/lib/queries/alerts";
import { messageOf } from "@/lib/queries/api-error";

/** What rules tell of now, who is on it, and what is over. */
export function AlertsPage() {
  const { data: list, error } = useQuery(alertList);
  const { data: rules } = useQuery(alertRules);
  return (
    <>
      <PageHead title="Alerts" actions={<ButtonLink href="/account/alerts">Rules and channels</ButtonLink>}>
        What rules tell of now, who is on it, and what is over.
      </PageHead>
      {error ? (
        <Note tone="broken" role="alert">
          <b>The alerts could not be read.</b> {messageOf(error)}
        </Note>
      ) : null}
      {list ? (
        <>
          <Panel title="Open" sub={list.open.length > 0 ? countOf(list.open.length, "alert") : undefined}>
            {list.open.length > 0 ? (
              <ul aria-label="Open alerts">
                {byBundle(list.open).map((alerts) =>
                  alerts.length === 1 ? (
                    alerts.map((alert) => <AlertLine key={alert.id} alert={alert} />)
                  ) : (
                    <BundleHead key={alerts[0]?.bundle} alerts={alerts}>
                      {alerts.map((alert) => (
                        <AlertLine key={alert.id} alert={alert} />
                      ))}
                    </BundleHead>
                  ),
                )}
              </ul>
            ) : rules?.length === 0 ? (
              <Empty
                art="open"
                title="No rule tells of anything yet"
                level={3}
                actions={
                  <ButtonLink href="/account/alerts" look="primary">
                    Make a rule
                  </ButtonLink>
                }
              >
                A rule says what matters and who hears of it: one message when it begins, one when it is over.
              </Empty>
            ) : (
              <Empty art="open" title="All is well" level={3}>
                No rule has anything to tell of. An alert stands here until what it tells of is over.
              </Empty>
            )}
          </Panel>
          {list.over.length > 0 ? (
            <Panel title="Over lately">
              <ul aria-label="Alerts that are over">
                {list.over.map((alert) => (
                  <AlertLine key={alert.id} alert={alert} />
                ))}
              </ul>
            </Panel>
          ) : null}
        </>
      ) : error ? null : (
        <Loading label="Loading the alerts">
          <Skeleton className="h-40 rounded-3" />
        </Loading>
      )}
    </>
  );
}
