import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { cx } from "@/components/ui/cx";
import { type ConnectionQuery, toggleValue, withValues } from "@/lib/model/connection-query";
import { HEALTHS } from "@/lib/model/health";
import { figure } from "@/lib/model/names";

/** The healths as a first filter, and who is late beside them, with how many rows each has beside the rest of the filter. */
export function HealthTabs({
  query,
  counts,
  late,
  onQuery,
}: {
  query: ConnectionQuery;
  counts: ReadonlyMap<string, number>;
  /** How many are later than their objective allows; null where there are no objectives. */
  late: number | null;
  onQuery: (query: ConnectionQuery) => void;
}) {
  const chosen = query.tokens.health;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const healths = HEALTHS.filter((health) => health !== "unknown" || (counts.get(health) ?? 0) > 0);
  const lateOnly = query.tokens.is.includes("late");
  const choose = (values: string[]) => () => onQuery(withValues(query, "health", values));
  return (
    <fieldset
      aria-label="Health"
      className="-mx-gutter flex gap-0.5 overflow-x-auto border-line border-b px-[calc(var(--gutter)-8px)] [scrollbar-width:none]"
    >
      <Tab label="All" count={all} current={chosen.length === 0} onChoose={choose([])} />
      {healths.map((health) => (
        <Tab
          key={health}
          label={HEALTH_LOOK[health].word}
          count={counts.get(health) ?? 0}
          current={chosen.length === 1 && chosen[0]?.toLowerCase() === health}
          onChoose={choose([health])}
        />
      ))}
      {late === null && !lateOnly ? null : (
        <Tab
          label="Late"
          title="Later than their objective allows"
          count={late ?? 0}
          current={lateOnly}
          onChoose={() => onQuery(toggleValue(query, "is", "late"))}
        />
      )}
    </fieldset>
  );
}

function Tab({
  label,
  title,
  count,
  current,
  onChoose,
}: {
  label: string;
  title?: string;
  count: number;
  current: boolean;
  onChoose: () => void;
}) {
  return (
    <button
      type="button"
      title={title}
      aria-pressed={current}
      onClick={onChoose}
      className={cx(
        "-mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2.5 font-medium text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-pressed:border-accent aria-pressed:text-ink",
        count === 0 && !current && "text-ink-3",
      )}
    >
      {label}
      <span className="font-normal text-2xs text-ink-3">{figure(count)}</span>
    </button>
  );
}
