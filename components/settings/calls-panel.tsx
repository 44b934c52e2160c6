"use client";
import { useQuery } from "@tanstack/react-query";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { useNow } from "@/components/ui/use-now";
import { CALL_FEATURES, type CallCount, type CallFeature, sumByFeature } from "@/lib/model/call-feature";
import { countOf, figure } from "@/lib/model/names";
import { clockTime } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { callCounts } from "@/lib/queries/call-counts";

const HOUR = 3_600_000;
const HOURS = 24;
const HEIGHT = 56;

const WORDS: Record<CallFeature, string> = {
  sweeps: "Reading the account",
  pages: "Open pages and running syncs",
  history: "Past syncs",
  webhooks: "Webhooks and what they point to",
  jobs: "Jobs",
  schema: "Schemas",
  setup: "Setting connections up",
  people: "Other pages and actions",
};

/** What this console's requests of the last day were for, hour by hour. */
export function CallsPanel() {
  const now = useNow();
  const { data: counts, error } = useQuery(callCounts);
  const hour = Math.floor(now / HOUR) * HOUR;
  const day = sumByFeature(counts ?? [], hour - (HOURS - 1) * HOUR);
  const present = sumByFeature(counts ?? [], hour);
  return (
    <Panel
      title="Requests by feature"
      sub="last 24 hours, this console"
      foot="Each time a request leaves it is counted, repeats too. Other tools are not in it."
    >
      {error ? (
        <div className="p-3 sm:px-4">
          <Note tone="broken" role="alert">
            <b>The requests could not be read.</b> {messageOf(error)}
          </Note>
        </div>
      ) : null}
      {counts ? (
        <>
          <Bars counts={counts} hour={hour} />
          <table className="w-full text-left" aria-label="Requests by feature">
            <thead>
              <tr className="h-[30px] border-line border-y bg-sunken text-2xs text-ink-3 [&>th]:px-2 [&>th]:font-medium">
                <th scope="col" className="pl-3! sm:pl-4!">
                  What for
                </th>
                <th scope="col" className="text-right">
                  This hour
                </th>
                <th scope="col" className="pr-3! text-right sm:pr-4!">
                  24 hours
                </th>
              </tr>
            </thead>
            <tbody>
              {CALL_FEATURES.map((feature) => (
                <tr
                  key={feature}
                  className="h-row border-line border-b last:border-b-0 [&>*]:px-2 [&>td]:text-right"
                >
                  <th scope="row" className="pl-3! font-normal sm:pl-4!">
                    {WORDS[feature]}
                  </th>
                  <td className="tabular-nums">{figure(present.get(feature) ?? 0)}</td>
                  <td className="pr-3! tabular-nums sm:pr-4!">{figure(day.get(feature) ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </Panel>
  );
}

/** One bar an hour, the present one last. */
function Bars({ counts, hour }: { counts: readonly CallCount[]; hour: number }) {
  const hours = Array.from({ length: HOURS }, (_, at) => hour - (HOURS - 1 - at) * HOUR);
  const sums = hours.map((at) =>
    counts.reduce((sum, count) => (count.hour === at ? sum + count.calls : sum), 0),
  );
  const most = Math.max(1, ...sums);
  return (
    <div className="px-3 pt-3 pb-2 sm:px-4">
      <svg
        role="img"
        aria-label={`Requests by hour: ${countOf(Math.max(...sums), "request")} at most`}
        width="100%"
        height={HEIGHT}
      >
        {sums.map((sum, at) => {
          const height = sum === 0 ? 1 : Math.max(2, (sum / most) * HEIGHT);
          return (
            <rect
              key={hours[at]}
              x={`${(at * 100) / HOURS}%`}
              width={`${80 / HOURS}%`}
              y={HEIGHT - height}
              height={height}
              className={sum === 0 ? "fill-[var(--line)]" : "fill-[var(--flow)]"}
            >
              <title>{`From ${clockTime(hours[at] ?? 0)} UTC: ${countOf(sum, "request")}`}</title>
            </rect>
          );
        })}
      </svg>
      <p className="flex justify-between pt-1 text-2xs text-ink-3">
        <span>{`${clockTime(hours[0] ?? 0)} UTC`}</span>
        <span>now</span>
      </p>
    </div>
  );
}
