import { HistoryItem } from "@/components/connection-history/history-item";
import type { TimelineItem } from "@/lib/model/timeline";
import { dayIn, offsetIn, type Zone } from "@/lib/model/zone";

/** The items by day of the chosen zone, newest first. */
export function HistoryList({
  heading: Heading = "h2",
  items,
  zone,
  now,
  opened,
  onOpen,
}: {
  heading?: "h2" | "h3";
  items: readonly TimelineItem[];
  zone: Zone;
  now: number;
  /** The key of the item whose details are open. */
  opened: string | null;
  onOpen: (key: string) => void;
}) {
  return daysOf(items, zone, now).map(({ day, offset, items: those }) => (
    <section key={`${day} ${those[0]?.key}`} aria-label={day} className="py-1.5">
      <Heading className="px-3 pt-1.5 pb-0.5 text-ink-3 text-xs sm:px-4">
        {day} <span className="text-ink-3">{offset}</span>
      </Heading>
      <ol>
        {those.map((item) => (
          <HistoryItem
            key={item.key}
            item={item}
            zone={zone}
            now={now}
            current={opened === item.key}
            onOpen={() => onOpen(item.key)}
          />
        ))}
      </ol>
    </section>
  ));
}

interface Day {
  day: string;
  offset: string;
  items: TimelineItem[];
}

function daysOf(items: readonly TimelineItem[], zone: Zone, now: number): Day[] {
  const days: Day[] = [];
  const today = dayIn(now, zone, now);
  for (const item of items) {
    const date = dayIn(item.at, zone, now);
    const day = date === today ? `Today, ${date}` : date;
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, offset: offsetIn(item.at, zone), items: [item] });
  }
  return days;
}
