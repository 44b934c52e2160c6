"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { DifferenceTable } from "@/components/connection-history/difference-table";
import { RevisionDetails } from "@/components/connection-history/revision-details";
import { Drawer } from "@/components/ui/drawer";
import { CONSOLE } from "@/lib/model/alert/alert";
import { SEVERITY_WORDS } from "@/lib/model/alert/rule-words";
import type { StateChange, SyncRow } from "@/lib/model/snapshot";
import { duration, isoTime } from "@/lib/model/time";
import type { AlertMoment, AuditedWrite, TimelineItem } from "@/lib/model/timeline";
import { countsWords, sourcesWords, timelineWords } from "@/lib/model/timeline-words";
import { momentIn, type Zone } from "@/lib/model/zone";

interface Place {
  zone: Zone;
  now: number;
}

/** All that is known of one item: times and how exact they are, what changed, what was sent. */
export function HistoryDrawer({
  id,
  item,
  onClose,
  ...place
}: Place & { id: string; item: TimelineItem; onClose: () => void }) {
  return (
    <Drawer title={timelineWords(item).title} onClose={onClose}>
      <Details id={id} item={item} place={place} />
    </Drawer>
  );
}

function Details({ id, item, place }: { id: string; item: TimelineItem; place: Place }) {
  switch (item.kind) {
    case "sync":
      return <SyncFacts sync={item.sync} place={place} />;
    case "health":
      return <ChangeFacts change={item.change} place={place} />;
    case "settings":
      return (
        <>
          <ChangeFacts change={item.change} place={place} />
          {item.difference ? <DifferenceTable rows={item.difference} /> : null}
          {item.write ? <Sent write={item.write} /> : null}
        </>
      );
    case "schema": {
      const { revision } = item;
      return (
        <>
          <Facts>
            <Fact name={revision.cause === "elsewhere" ? "Seen" : "Made"}>
              <At at={revision.at} place={place} />
            </Fact>
            {revision.not_before === null ? null : (
              <Fact name="Not before">
                <At at={revision.not_before} place={place} />
              </Fact>
            )}
            <Fact name="By">{revision.actor ?? "elsewhere"}</Fact>
            {revision.why ? <Fact name="Why">{revision.why}</Fact> : null}
            <Fact name="What">{countsWords(revision.counts) || "nothing that is counted"}</Fact>
          </Facts>
          <RevisionDetails id={id} revision={revision} />
        </>
      );
    }
    case "alert":
      return <AlertFacts alert={item.alert} place={place} />;
    case "action":
      return (
        <>
          <Facts>
            <Fact name="Sent">
              <At at={item.write.at} place={place} />
            </Fact>
            <Fact name="By">{item.write.actor}</Fact>
            <Fact name="Outcome">{item.write.outcome}</Fact>
            {item.write.status === null ? null : <Fact name="HTTP status">{item.write.status}</Fact>}
            {item.write.message ? <Fact name="Fivetran’s words">{item.write.message}</Fact> : null}
          </Facts>
          <Sent write={item.write} />
        </>
      );
    case "gap":
      return null;
  }
}

function SyncFacts({ sync, place }: { sync: SyncRow; place: Place }) {
  const { started_at, ended_at } = sync;
  const exact = sync.started_exact && sync.ended_exact;
  return (
    <Facts>
      <Fact name="Started">
        {started_at === null ? "not known" : <At at={started_at} place={place} seen={!sync.started_exact} />}
      </Fact>
      <Fact name="Ended">
        {ended_at === null ? (
          sync.outcome === "running" ? (
            "still running"
          ) : (
            "not known"
          )
        ) : (
          <At at={ended_at} place={place} seen={!sync.ended_exact} />
        )}
      </Fact>
      {started_at !== null && ended_at !== null ? (
        <Fact name="Took">
          {exact ? "" : "about "}
          {duration(ended_at - started_at)}
        </Fact>
      ) : null}
      <Fact name="Outcome">{sync.outcome}</Fact>
      {sync.reason ? <Fact name="Fivetran’s words">{sync.reason}</Fact> : null}
      {sync.sync_id ? (
        <Fact name="sync_id">
          <code className="mono">{sync.sync_id}</code>
        </Fact>
      ) : null}
      <Fact name="Told by">{sourcesWords(sync)}</Fact>
    </Facts>
  );
}

function ChangeFacts({ change, place }: { change: StateChange; place: Place }) {
  return (
    <Facts>
      <Fact name="Seen">
        <At at={change.seen_at} place={place} />
      </Fact>
      <Fact name="Not before">
        {change.not_before === null ? "not known" : <At at={change.not_before} place={place} />}
      </Fact>
      {change.kind === "health" ? null : <Fact name="By">{change.actor}</Fact>}
      {change.kind === "health" ? <Fact name="Was">{change.from ?? "not known"}</Fact> : null}
    </Facts>
  );
}

function AlertFacts({ alert, place }: { alert: AlertMoment; place: Place }) {
  const { at, event, actor, detail, destination } = alert;
  return (
    <>
      <Facts>
        <Fact name="When">
          <At at={at} place={place} />
        </Fact>
        <Fact name="By">{actor === CONSOLE ? "its rule" : actor}</Fact>
        {event === "muted" ? (
          <Fact name="Until">
            <At at={Number(detail)} place={place} />
          </Fact>
        ) : null}
        <Fact name="Rule">{alert.rule_name}</Fact>
        <Fact name="Severity">{SEVERITY_WORDS[alert.severity]}</Fact>
        {destination === null ? null : <Fact name="Destination">{destination}</Fact>}
        <Fact name="What is wrong">{alert.words}</Fact>
        {event === "recovered" && detail !== null ? <Fact name="At its end">{detail}</Fact> : null}
      </Facts>
      <p className="text-ink-3 text-xs">
        <Link href="/alerts" className="link">
          Alerts
        </Link>{" "}
        has the messages that told of it.
      </p>
    </>
  );
}

/** The request as the audit log keeps it, secrets masked. */
function Sent({ write }: { write: AuditedWrite }) {
  if (write.body === null) return null;
  return (
    <figure className="grid gap-1">
      <figcaption className="font-medium">Sent to Fivetran, secrets masked</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre tabIndex={0} className="max-h-64 overflow-auto rounded-2 bg-sunken p-2.5 font-mono text-xs">
        {JSON.stringify(write.body, null, 2)}
      </pre>
    </figure>
  );
}

const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5">{children}</dl>
);

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="wrap-anywhere min-w-0">{children}</dd>
    </>
  );
}

function At({ at, place, seen = false }: { at: number; place: Place; seen?: boolean }) {
  return (
    <time dateTime={isoTime(at)} title={isoTime(at)}>
      {seen ? "seen " : ""}
      {momentIn(at, place.zone, place.now)}
    </time>
  );
}
