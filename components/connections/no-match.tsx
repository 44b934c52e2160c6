import { X } from "lucide-react";
import { Token } from "@/components/connections/filter-bar";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { FilterPart, FilterResult } from "@/lib/model/connection-filter";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import { type ConnectionQuery, EMPTY_QUERY, filterCount, withValues } from "@/lib/model/connection-query";
import { facetLabel } from "@/lib/model/facet-values";
import { countOf, figure } from "@/lib/model/names";

/** Nothing passes the filter: says which part to drop, and how many there would be then. */
export function NoMatch({
  index,
  query,
  without,
  onQuery,
}: {
  index: ConnectionIndex;
  query: ConnectionQuery;
  without: FilterResult["without"];
  onQuery: (query: ConnectionQuery) => void;
}) {
  const count = filterCount(query);
  const ways = [...without].filter(([, left]) => left > 0).sort((a, b) => a[1] - b[1]);
  return (
    <div className="rounded-3 border border-line">
      <Empty
        art="open"
        title={count === 1 ? "Nothing matches this filter" : `Nothing matches these ${figure(count)} filters`}
        actions={
          <Button onClick={() => onQuery(EMPTY_QUERY)}>
            <X aria-hidden="true" />
            Clear filters
          </Button>
        }
      >
        {count > 1 && ways.length > 0 ? (
          <ul className="grid gap-1">
            {ways.map(([part, left]) => (
              <li key={part} className="flex flex-wrap items-center gap-x-1.5">
                Without <Part index={index} query={query} part={part} onQuery={onQuery} /> there would be{" "}
                {figure(left)}.
              </li>
            ))}
          </ul>
        ) : count > 1 ? (
          "Dropping one of them alone would not help."
        ) : (
          `The account has ${countOf(index.rows.length, "connection")}.`
        )}
      </Empty>
    </div>
  );
}

function Part({
  index,
  query,
  part,
  onQuery,
}: {
  index: ConnectionIndex;
  query: ConnectionQuery;
  part: FilterPart;
  onQuery: (query: ConnectionQuery) => void;
}) {
  if (part !== "text")
    return (
      <Token
        name={part}
        values={query.tokens[part].map((value) => facetLabel(index, part, value))}
        onRemove={() => onQuery(withValues(query, part, []))}
      />
    );
  return (
    <button
      type="button"
      aria-label={`Remove the text ${query.text}`}
      onClick={() => onQuery({ ...query, text: "" })}
      className="inline-flex h-6 max-w-full items-center gap-1.5 rounded-1 bg-accent-soft px-[7px] text-xs"
    >
      <bdi className="truncate font-medium">{query.text}</bdi>
      <X aria-hidden="true" className="size-3 shrink-0 text-accent-text" />
    </button>
  );
}
