import Link from "next/link";
import { Channel, listHref } from "@/components/overview/health-counts";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { StatusLabel } from "@/components/sync-status/status-label";
import { cx } from "@/components/ui/cx";
import { Panel } from "@/components/ui/panel";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import { formatToken } from "@/lib/model/connection-query";
import { type DestinationSummary, summariseDestinations } from "@/lib/model/destination-summary";
import { HEALTHS, type Health } from "@/lib/model/health";
import { countOf, figure } from "@/lib/model/names";

const SHOWN = 12;

/** Health by destination, most trouble first; every figure leads to its rows. */
export function DestinationsPanel({ index }: { index: ConnectionIndex }) {
  const all = summariseDestinations(index);
  const shown = all.slice(0, SHOWN);
  const healths = HEALTHS.filter(
    (health, place) => health !== "unknown" || all.some((one) => (one.counts[place] ?? 0) > 0),
  );
  if (all.length === 0) return null;
  return (
    <Panel
      title="By destination"
      sub={all.length > 1 ? "most trouble first" : undefined}
      end={
        <Link href="/connections?group=destination" prefetch={false} className="link rounded-1">
          {all.length > SHOWN ? `All ${figure(all.length)}` : "In the list"}
        </Link>
      }
      foot={
        all.length > SHOWN ? `${countOf(all.length - SHOWN, "more destination")} in the list.` : undefined
      }
    >
      <table className="w-full table-fixed">
        <thead className="max-sm:sr-only">
          <tr className="h-[30px] border-line border-b bg-sunken text-left text-2xs text-ink-3 [&>th]:px-2 [&>th]:font-medium">
            <th scope="col" className="w-[26%] pl-4!">
              Destination
            </th>
            <th scope="col" className="max-md:hidden">
              <span className="sr-only">Shares</span>
            </th>
            {healths.map((health) => (
              <th key={health} scope="col" className="w-[78px] text-right sm:max-md:w-[60px]">
                <span className="max-md:hidden">{HEALTH_LOOK[health].word}</span>
                <span className="md:hidden">
                  <StatusLabel health={health} hideWord className="justify-end [&>svg]:animate-none" />
                </span>
              </th>
            ))}
            <th scope="col" className="w-[72px] pr-4! text-right">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <DestinationLine key={one.group_id} one={one} healths={healths} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function DestinationLine({ one, healths }: { one: DestinationSummary; healths: readonly Health[] }) {
  const to = formatToken("destination", [one.group_id]);
  const parts = healths.map((health) => ({ health, count: one.counts[HEALTHS.indexOf(health)] ?? 0 }));
  return (
    <tr className="border-line hover:bg-hover max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:px-3 max-sm:py-2 sm:h-row [&+&]:border-t sm:[&>*]:px-2">
      <th scope="row" className="text-left font-normal max-sm:min-w-0 max-sm:basis-full sm:pl-4!">
        <Link
          href={listHref(to)}
          prefetch={false}
          title={one.name}
          className="flex min-w-0 items-baseline gap-2 max-sm:min-h-6 hover:[&>bdi]:underline"
        >
          <bdi className="mono min-w-0 truncate font-medium">{one.name}</bdi>
          {one.service ? (
            <span className="max-w-28 shrink-0 truncate text-ink-3 text-xs">{one.service}</span>
          ) : null}
        </Link>
      </th>
      <td className="max-md:hidden">
        <Channel parts={parts} className="h-1.5 rounded-full bg-pressed" />
      </td>
      {parts.map(({ health, count }) => (
        <td key={health} className={cx("text-right", count === 0 && "max-sm:hidden")}>
          {count === 0 ? (
            <span className="text-ink-3">0</span>
          ) : (
            <Link
              href={listHref(formatToken("health", [health]), to)}
              prefetch={false}
              aria-label={`${figure(count)} ${health} in ${one.name}`}
              className="inline-flex min-h-6 items-center gap-1.5 rounded-1 font-medium hover:underline"
            >
              <span className="sm:hidden">
                <StatusLabel health={health} hideWord className="[&>svg]:animate-none" />
              </span>
              <span className={LOUD.has(health) ? HEALTH_LOOK[health].className : "text-ink-2"}>
                {figure(count)}
              </span>
            </Link>
          )}
        </td>
      ))}
      <td className="text-right text-ink-2 max-sm:ml-auto sm:pr-4!">
        <span className="text-ink-3 sm:hidden">of </span>
        {figure(one.total)}
      </td>
    </tr>
  );
}

const LOUD: ReadonlySet<Health> = new Set(["broken", "delayed", "incomplete"]);
