"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { BulkJobsButton } from "@/components/connections/bulk-jobs-button";
import { BulkTools } from "@/components/connections/bulk-tools";
import { ConnectionGrid, type ConnectionGridHandle } from "@/components/connections/connection-grid";
import { CsvButton } from "@/components/connections/csv-button";
import { FacetMenus } from "@/components/connections/facet-menus";
import { FilterBar } from "@/components/connections/filter-bar";
import { GroupMenu } from "@/components/connections/group-menu";
import { HealthTabs } from "@/components/connections/health-tabs";
import { ListFoot } from "@/components/connections/list-foot";
import { ListSkeleton } from "@/components/connections/list-skeleton";
import { NewConnectionLink } from "@/components/connections/new-connection-link";
import { NoMatch } from "@/components/connections/no-match";
import { useHeldOrder } from "@/components/connections/use-held-order";
import { useListParams } from "@/components/connections/use-list-params";
import { useSelection } from "@/components/connections/use-selection";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { useNow } from "@/components/ui/use-now";
import { useSlashKey } from "@/components/ui/use-slash-key";
import { filterConnections } from "@/lib/model/connection-filter";
import { groupTotals, listItems, orderConnections } from "@/lib/model/connection-list";
import { formatSort } from "@/lib/model/connection-sort";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { annotationHeads } from "@/lib/queries/annotations";
import { messageOf } from "@/lib/queries/api-error";
import { useConnectionIndex } from "@/lib/queries/use-connection-index";
import { useFreshIndex } from "@/lib/queries/use-fresh-index";

/** The list over one snapshot: filter, groups, order and rows. What it shows is in the address. */
export function ConnectionList({ snapshot }: { snapshot: AccountSnapshot }) {
  const { data: heads, error: unread } = useQuery(annotationHeads);
  const annotations = useMemo(
    () => heads && new Map(heads.map((head) => [head.connection_id, head])),
    [heads],
  );
  const laid = useConnectionIndex(snapshot, annotations);
  const { index, pending } = useFreshIndex(laid, heads !== undefined || unread !== null, useNow());

  const params = useListParams();
  const { query, sort, grouping, closed } = params;
  const filtered = useMemo(() => filterConnections(index, query), [index, query]);
  const fresh = useMemo(
    () => orderConnections(index, filtered, sort, grouping),
    [index, filtered, sort, grouping],
  );
  const question = JSON.stringify([params.q, formatSort(sort), grouping, index.freshness !== null]);
  const { order, displaced, refresh } = useHeldOrder(question, fresh, snapshot.swept_at === null);
  const items = useMemo(() => listItems(order, closed), [order, closed]);
  const totals = useMemo(() => groupTotals(index, grouping), [index, grouping]);

  const selection = useSelection();
  const input = useRef<HTMLInputElement>(null);
  const grid = useRef<ConnectionGridHandle>(null);
  useSlashKey(input);

  return (
    <>
      <PageHead
        title="Connections"
        actions={
          <>
            <BulkJobsButton />
            <CsvButton index={index} order={order} />
            <NewConnectionLink />
          </>
        }
      />
      <HealthTabs
        query={query}
        counts={filtered.facets.health}
        late={index.freshness ? (filtered.facets.is.get("late") ?? 0) : null}
        onQuery={params.setQuery}
      />
      <div className="flex flex-wrap items-center gap-2">
        <FilterBar
          index={index}
          query={query}
          input={input}
          onQuery={params.setQuery}
          onType={params.typeQuery}
          onLeave={() => grid.current?.focusFirst()}
        />
        <div className="-mx-gutter flex min-w-0 gap-2 max-sm:overflow-x-auto max-sm:px-gutter sm:mx-0 max-sm:[scrollbar-width:none]">
          <FacetMenus index={index} query={query} facets={filtered.facets} onQuery={params.setQuery} />
          <GroupMenu grouping={grouping} onChange={params.setGrouping} />
        </div>
      </div>
      <div className="-mb-12">
        {query.tokens.tag.length > 0 && unread && !heads ? (
          <Note tone="unknown" role="status">
            <b>The tags could not be read.</b> {messageOf(unread)}
          </Note>
        ) : null}
        {(query.tokens.tag.length > 0 && !heads && !unread) ||
        (query.tokens.is.includes("late") && pending) ? (
          <ListSkeleton />
        ) : order.size === 0 ? (
          <NoMatch index={index} query={query} without={filtered.without} onQuery={params.setQuery} />
        ) : (
          <ConnectionGrid
            index={index}
            order={order}
            items={items}
            sort={sort}
            groupTotals={totals}
            selection={selection}
            handle={grid}
            onSort={params.setSort}
            onToggleGroup={params.toggleGroup}
          />
        )}
        <ListFoot
          shown={order.size}
          total={index.rows.length}
          sort={sort}
          displaced={displaced}
          onRefresh={refresh}
        />
      </div>
      <BulkTools
        index={index}
        order={order}
        selection={selection}
        onLeave={() => grid.current?.focusAgain()}
      />
    </>
  );
}
