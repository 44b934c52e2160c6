import { SuccessCell } from "@/components/connections/line-cells";
import { cx } from "@/components/ui/cx";
import { type AgeWords, ageWords } from "@/lib/model/objective/age-words";
import type { Objective } from "@/lib/model/objective/objective";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { isoTime } from "@/lib/model/time";

/** Where the target stands on the gauge, in percent; past it there is room for being late. */
const TARGET = 66;

/** How old the last success is, against the objective where there is one. */
export function FreshCell({
  row,
  objective,
  late,
  now,
}: {
  row: ConnectionRow;
  objective: Objective | null;
  late: boolean;
  now: number;
}) {
  if (!objective || row.paused || row.succeeded_at === null) return <SuccessCell row={row} now={now} />;
  const words = ageWords(row.succeeded_at, objective, late, now);
  return (
    <span className="flex items-center gap-2" title={`${isoTime(row.succeeded_at)}. ${words.title}`}>
      <Gauge words={words} />
      <time dateTime={isoTime(row.succeeded_at)} className="truncate">
        <span className={cx(words.stand !== "fine" && "font-medium", TONES[words.stand])}>{words.age}</span>
        <span className="text-ink-3">{words.of}</span>
        {words.stand === "late" ? <span className="sr-only">, late</span> : null}
      </time>
    </span>
  );
}

const TONES: Record<AgeWords["stand"], string> = {
  late: "st-broken text-broken-text",
  soon: "st-delayed text-delayed-text",
  fine: "",
};

function Gauge({ words: { stand, share } }: { words: AgeWords }) {
  return (
    <span
      aria-hidden="true"
      className="relative hidden h-1 w-[58px] shrink-0 rounded-full bg-pressed sm:@min-[1300px]:block"
    >
      <span
        style={{ width: `${Math.min(100, share * TARGET)}%` }}
        className={cx(
          "absolute inset-y-0 left-0 rounded-full",
          stand === "fine" ? "bg-flow" : `bg-fill ${TONES[stand]}`,
        )}
      />
      <span className="absolute -inset-y-1 left-[66%] w-px bg-ink-2" />
    </span>
  );
}
