import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { cx } from "@/components/ui/cx";
import { type ConnectionQuery, withValues } from "@/lib/model/connection-query";
import { HEALTHS } from "@/lib/model/health";
import { figure } from "@/lib/model/names";

/** The healths as a first filter, with how many rows each has beside the rest of the filter. */
export function HealthTabs({
  query,
  counts,
  onQuery,
}: {
  query: ConnectionQuery;
  counts: ReadonlyMap<string, number>;
  onQuery: (query: ConnectionQuery) => void;
}) {
  const chosen = query.tokens.health;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const healths = HEALTHS.filter((health) => health !== "unknown" || (counts.get(health) ?? 0) > 0);
  const tabs = [
    { key: "all", label: "All", count: all, values: [] as string[], current: chosen.length === 0 },
    ...healths.map((health) => ({
      key: health,
      label: HEALTH_LOOK[health].word,
      count: counts.get(health) ?? 0,
      values: [health],
      current: chosen.length === 1 && chosen[0]?.toLowerCase() === health,
    })),
  ];
  return (
    <fieldset
      aria-label="Health"
      className="-mx-gutter flex gap-0.5 overflow-x-auto border-line border-b px-[calc(var(--gutter)-8px)] [scrollbar-width:none]"
    >
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          aria-pressed={tab.current}
          onClick={() => onQuery(withValues(query, "health", tab.values))}
          className={cx(
            "-mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2.5 font-medium text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-pressed:border-accent aria-pressed:text-ink",
            tab.count === 0 && !tab.current && "text-ink-3",
          )}
        >
          {tab.label}
          <span className="font-normal text-2xs text-ink-3">{figure(tab.count)}</span>
        </button>
      ))}
    </fieldset>
  );
}
