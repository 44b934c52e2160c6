import Link from "next/link";
import { listHref } from "@/components/overview/health-counts";
import { NeedLine } from "@/components/overview/need-line";
import { Empty } from "@/components/ui/empty";
import { Panel } from "@/components/ui/panel";
import { type ConnectionIndex, serviceName } from "@/lib/model/connection-index";
import { NEEDS_PERSON_QUERY } from "@/lib/model/connection-query";
import { figure } from "@/lib/model/names";
import { needsPerson } from "@/lib/model/needs-person";

const SHOWN = 8;

/** What waits for somebody, worst first; the rest is one press away in the list. */
export function NeedsPanel({
  index,
  needy,
  pretend,
}: {
  index: ConnectionIndex;
  needy: number;
  pretend: boolean;
}) {
  const needs = needsPerson(index, SHOWN);
  const more = needy - needs.length;
  return (
    <Panel
      title="Needs a person"
      sub={needy > 1 ? "worst first, then the latest" : undefined}
      end={
        needy > 0 ? (
          <Link href={listHref(NEEDS_PERSON_QUERY)} prefetch={false} className="link rounded-1">
            {needy === 1 ? "In the list" : `All ${figure(needy)}`}
          </Link>
        ) : null
      }
      foot={more > 0 ? `${figure(more)} more in the list.` : undefined}
    >
      {needs.length === 0 ? (
        <Empty art="open" level={3} title="Nothing needs a person">
          No connection is broken, delayed or half set up, as far as the last reading shows.
        </Empty>
      ) : (
        <ul>
          {needs.map((need) => (
            <NeedLine
              key={need.row.id}
              need={need}
              service={serviceName(index, need.row.service)}
              pretend={pretend}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
