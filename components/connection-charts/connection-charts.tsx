"use client";
import { useQuery } from "@tanstack/react-query";
import { cx } from "@/components/ui/cx";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { connectionDetail } from "@/lib/queries/connection";

const DurationPanel = lazyPiece("The durations", () =>
  import("@/components/connection-charts/duration-panel").then((it) => it.DurationPanel),
);

const CalendarPanel = lazyPiece("The calendar", () =>
  import("@/components/connection-charts/calendar-panel").then((it) => it.CalendarPanel),
);

/** An empty panel until its own is there, so that nothing below moves. */
const FRAME = "grid rounded-3 border border-line bg-surface [&>section]:-m-px";

/** How long its syncs take and what part of them fails; code that comes when it is first drawn. */
export function ConnectionDurations({ id }: { id: string }) {
  const { data } = useQuery(connectionDetail(id));
  return (
    <div className={cx(FRAME, "min-h-96")}>
      {data ? <DurationPanel id={id} name={data.row.schema} /> : null}
    </div>
  );
}

/** How its days went over a quarter. */
export function ConnectionCalendar({ id }: { id: string }) {
  const { data } = useQuery(connectionDetail(id));
  return (
    <div className={cx(FRAME, "min-h-64")}>
      {data ? <CalendarPanel id={id} name={data.row.schema} /> : null}
    </div>
  );
}
