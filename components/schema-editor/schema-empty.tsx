"use client";
import { Button, ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { ApiError, messageOf } from "@/lib/queries/api-error";

/** In the place of a schema that cannot be shown: none yet, not ours to see, or not to be had now. */
export function SchemaTrouble({
  id,
  error,
  trying,
  onRetry,
  onReload,
}: {
  id: string;
  error: Error;
  trying: boolean;
  onRetry: () => void;
  onReload: () => void;
}) {
  const facts = error instanceof ApiError ? error.facts : {};
  const code = error instanceof ApiError ? error.code : "internal";
  if (facts.upstream_code === "NotFound_SchemaConfig") return <NoSchemaYet onReload={onReload} />;
  const again = (
    <Button look="primary" pending={trying} onClick={onRetry}>
      Try again
    </Button>
  );
  const status = (
    <ButtonLink href={`/connections/${encodeURIComponent(id)}`}>Status of the connection</ButtonLink>
  );
  const title =
    code === "not_found"
      ? "Fivetran does not know this connection"
      : code === "forbidden"
        ? "This key may not see the schema"
        : "The schema could not be read";
  return (
    <>
      <PageHead title="Schema" />
      <Empty
        art={code === "not_found" ? "dry" : "waiting"}
        title={title}
        actions={
          <>
            {code === "forbidden" ? null : again}
            {status}
          </>
        }
      >
        {messageOf(error)}
      </Empty>
    </>
  );
}

/** Fivetran has not looked at the source yet. */
function NoSchemaYet({ onReload }: { onReload: () => void }) {
  return (
    <>
      <PageHead title="Schema" />
      <Empty
        art="waiting"
        title="No schema yet"
        actions={
          <Button look="primary" onClick={onReload}>
            Reload from source
          </Button>
        }
      >
        Fivetran has not looked at this source so far: it does so with the first sync, or now when you ask for
        it. Afterwards you choose here what is synced, before a row is loaded.
      </Empty>
    </>
  );
}

/** There is a schema config, and nothing in it. */
export function NoTables({ onReload }: { onReload: () => void }) {
  return (
    <div className="rounded-3 border border-line">
      <Empty
        art="dry"
        title="No tables"
        actions={
          <Button look="primary" onClick={onReload}>
            Reload from source
          </Button>
        }
      >
        Fivetran looked at the source and found nothing to sync. Check what its user may read there, then
        reload.
      </Empty>
    </div>
  );
}

/** Nothing passes the search and the filter. */
export function NoMatches({ unloaded, onClear }: { unloaded: number; onClear: () => void }) {
  return (
    <div className="rounded-3 border border-line">
      <Empty
        art="open"
        title="Nothing matches"
        actions={<Button onClick={onClear}>Clear search and filter</Button>}
      >
        {unloaded > 0
          ? "Columns of tables that are not loaded are not searched: load them all to be sure."
          : "No schema, table or column is called so."}
      </Empty>
    </div>
  );
}

/** The page's layout while the schema comes. */
export function SchemaSkeleton() {
  return (
    <Loading label="Loading the schema" className="grid gap-4">
      <div className="flex items-center gap-3">
        <Skeleton className="h-6 w-28" />
        <Skeleton className="h-3 w-64" />
      </div>
      <Skeleton className="h-control rounded-2" />
      <div className="flex gap-1.5">
        {[60, 80, 150, 76, 70].map((width) => (
          <Skeleton key={width} className="h-[26px] w-20 rounded-full" />
        ))}
      </div>
      <Skeleton className="h-[50vh] rounded-3" />
    </Loading>
  );
}
