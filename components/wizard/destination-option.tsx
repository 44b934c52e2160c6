import { StatusLabel } from "@/components/sync-status/status-label";
import { nameFromId } from "@/lib/model/connector/words";
import { offsetHours, zoneName } from "@/lib/model/daily-time";
import type { DestinationSummary } from "@/lib/model/destination-summary";
import { HEALTHS } from "@/lib/model/health";
import { countOf } from "@/lib/model/names";
import type { GroupRow } from "@/lib/model/snapshot";

/** A destination to choose: what it is, where, and how its connections are. */
export function DestinationOption({
  group,
  summary,
  chosen,
  onChoose,
}: {
  group: GroupRow;
  summary: DestinationSummary | undefined;
  chosen: boolean;
  onChoose: () => void;
}) {
  const hours = offsetHours(group.time_zone_offset);
  const facts = [
    group.service ? nameFromId(group.service) : "Destination not visible to this key",
    group.region ? `region ${group.region}` : null,
    hours === null ? null : zoneName(hours),
    countOf(summary?.total ?? 0, "connection"),
  ].filter((fact) => fact !== null);
  const worst = HEALTHS.findIndex((_, place) => (summary?.counts[place] ?? 0) > 0);
  const health = HEALTHS[worst];
  return (
    <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-line border-b px-4 py-2.5 last:border-b-0 hover:bg-hover has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:-outline-offset-2">
      <input
        type="radio"
        name="group_id"
        value={group.id}
        checked={chosen}
        onChange={onChoose}
        className="m-0 size-[15px] appearance-none rounded-full border border-line-control bg-surface outline-none checked:border-[5px] checked:border-accent"
      />
      <span className="min-w-0">
        <span className="mono wrap-anywhere block font-medium">{group.name}</span>
        <span className="block text-ink-3 text-xs">{facts.join(", ")}</span>
      </span>
      {health === undefined ? null : (
        <span className="flex items-center gap-1.5 text-xs">
          {summary && summary.needy > 0 ? (
            <>
              <StatusLabel health={health} hideWord />
              <span className="text-ink-2">{summary.needy} need a person</span>
            </>
          ) : (
            <StatusLabel health={health} />
          )}
        </span>
      )}
    </label>
  );
}
