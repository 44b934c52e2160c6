import { cx } from "@/components/ui/cx";
import { dailyTimeReadings } from "@/lib/model/daily-time";
import type { GroupRow } from "@/lib/model/snapshot";

/** What a daily time means in both zones, since Fivetran's reference can be read either way. */
export function DailyTimeNote({
  time,
  group,
  className,
}: {
  time: string;
  group: Pick<GroupRow, "time_zone_offset">;
  className?: string;
}) {
  const readings = dailyTimeReadings(time, group.time_zone_offset);
  return (
    <p className={cx("text-ink-3 text-xs", className)}>
      {readings
        ? `Fivetran documents ${time} as UTC, which is ${readings.as_utc} in the destination’s zone (${readings.zone}); elsewhere it lets the destination’s zone rule, and then it is ${readings.as_local} UTC. `
        : `${time} UTC. `}
      The start may come up to 60 minutes later.
    </p>
  );
}
