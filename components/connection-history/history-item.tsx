import { lookOf } from "@/components/connection-history/history-look";
import { cx } from "@/components/ui/cx";
import { isoTime } from "@/lib/model/time";
import type { TimelineItem } from "@/lib/model/timeline";
import { timelineWords } from "@/lib/model/timeline-words";
import { clockIn, momentIn, type Zone } from "@/lib/model/zone";

/** One thing that happened; pressing it opens its details. */
export function HistoryItem({
  item,
  zone,
  now,
  current,
  onOpen,
}: {
  item: TimelineItem;
  zone: Zone;
  now: number;
  current: boolean;
  onOpen: () => void;
}) {
  if (item.kind === "gap") return <Gap item={item} zone={zone} now={now} />;
  const { title, detail, who } = timelineWords(item);
  const { icon: Icon, tone } = lookOf(item);
  return (
    <li>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-current={current || undefined}
        onClick={onOpen}
        className="grid w-full grid-cols-[40px_auto_minmax(0,1fr)_auto] items-start gap-x-2.5 px-3 py-1.5 text-left hover:bg-hover focus-visible:-outline-offset-2 aria-[current]:bg-accent-soft sm:px-4"
      >
        <time dateTime={isoTime(item.at)} title={isoTime(item.at)} className="text-ink-3">
          {clockIn(item.at, zone)}
        </time>
        <Icon aria-hidden="true" className={cx("icon-st mt-[3px] text-fill", tone)} />
        <span className="wrap-anywhere grid min-w-0">
          <b className="font-medium">{title}</b>
          {detail ? <span className="line-clamp-2 text-ink-2">{detail}</span> : null}
        </span>
        <span className="max-w-32 truncate text-ink-3 text-xs leading-5">{who}</span>
      </button>
    </li>
  );
}

function Gap({ item, zone, now }: { item: Extract<TimelineItem, { kind: "gap" }>; zone: Zone; now: number }) {
  return (
    <li className="hatch my-1 px-3 py-1.5 text-ink-2 text-xs sm:px-4">
      <span className="inline-block rounded-1 bg-surface px-1.5 py-0.5">
        {timelineWords(item).title}: monitoring was off {momentIn(item.from, zone, now)} to{" "}
        {momentIn(item.at, zone, now)}
      </span>
    </li>
  );
}
