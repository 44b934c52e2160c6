import { ServiceMark } from "@/components/sync-status/service-mark";
import { StatusLabel } from "@/components/sync-status/status-label";
import { TagList } from "@/components/ui/tag-list";
import { healthOf, lastSyncFailed } from "@/lib/model/health";
import { healthCase } from "@/lib/model/health-case";
import { nextSync } from "@/lib/model/next-sync";
import { nextSyncWords } from "@/lib/model/next-sync-words";
import { seenFor, shortSpan } from "@/lib/model/short-span";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { absoluteTime, isoTime, relativeTime } from "@/lib/model/time";

export function connectionHref(id: string): string {
  return `/connections/${encodeURIComponent(id)}`;
}

export function NameCell({
  row,
  service,
  gone,
  focusable,
}: {
  row: ConnectionRow;
  service: string;
  gone: boolean;
  focusable: boolean;
}) {
  const name = (
    <>
      <ServiceMark service={service} />
      <bdi className="mono truncate font-medium text-ink">{row.schema}</bdi>
    </>
  );
  const className = "flex min-w-0 items-center gap-[9px] max-sm:h-6";
  if (gone) return <span className={className}>{name}</span>;
  return (
    <a
      href={connectionHref(row.id)}
      tabIndex={focusable ? 0 : -1}
      title={row.schema}
      className={`${className} [&>bdi]:decoration-line-control [&>bdi]:underline-offset-3 group-hover:[&>bdi]:underline`}
    >
      {name}
    </a>
  );
}

export function HealthCell({ row, now, gone }: { row: ConnectionRow; now: number; gone: boolean }) {
  if (gone) return <span className="font-medium text-unknown-text">Gone</span>;
  const { health, word } = healthCase(row, now);
  return <StatusLabel health={health} className="align-top" word={word} />;
}

export function SuccessCell({ row, now }: { row: ConnectionRow; now: number }) {
  const failed =
    lastSyncFailed(row) && row.failed_at !== null ? `; last failure ${isoTime(row.failed_at)}` : "";
  if (row.succeeded_at === null)
    return (
      <span title={`Never synced${failed}`} className="text-ink-3">
        never
      </span>
    );
  return (
    <time dateTime={isoTime(row.succeeded_at)} title={`${isoTime(row.succeeded_at)}${failed}`}>
      {relativeTime(row.succeeded_at, now)}
    </time>
  );
}

export function NextCell({
  row,
  now,
  time_zone_offset,
}: {
  row: ConnectionRow;
  now: number;
  time_zone_offset: string | null;
}) {
  const { short, long } = nextSyncWords(nextSync(row), now, time_zone_offset);
  return <span title={long}>{short}</span>;
}

/** How long the health has lasted as far as we saw it. */
export function SinceCell({ row, now }: { row: ConnectionRow; now: number }) {
  const health = healthOf(row);
  const at = absoluteTime(row.health_since, now);
  const title = row.since_exact ? `First seen ${health} ${at}` : `Already ${health} at our first look, ${at}`;
  return <span title={title}>{seenFor(now - row.health_since, row.since_exact, shortSpan)}</span>;
}

export function TagsCell({ tags }: { tags: readonly string[] }) {
  return (
    <span title={tags.join(", ")} className="block overflow-hidden">
      <TagList tags={tags} />
    </span>
  );
}
