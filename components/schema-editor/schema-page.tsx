"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SchemaDesk } from "@/components/schema-editor/schema-desk";
import { SchemaSkeleton, SchemaTrouble } from "@/components/schema-editor/schema-empty";
import type { SchemaSetup } from "@/components/schema-editor/setup-offers";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { connectionDetail } from "@/lib/queries/connection";
import { schemaTree } from "@/lib/queries/schema";
import { schemaDraft } from "@/lib/queries/schema-draft";

const ReloadDialog = lazyPiece("The dialog", () =>
  import("@/components/schema-editor/reload-dialog").then((it) => it.ReloadDialog),
);

/**
 * What one connection syncs: waits for the schema and the draft over it, then hands them to the editor. A first reload
 * goes on telling when the schema that it brought is there.
 */
export function SchemaPage({ id, setup }: { id: string; setup?: SchemaSetup }) {
  const [reloading, setReloading] = useState(false);
  return (
    <>
      <SchemaOrTrouble id={id} setup={setup} onReload={() => setReloading(true)} />
      {reloading ? <ReloadDialog connectionId={id} edits={0} onClose={() => setReloading(false)} /> : null}
    </>
  );
}

function SchemaOrTrouble({
  id,
  setup,
  onReload,
}: {
  id: string;
  setup: SchemaSetup | undefined;
  onReload: () => void;
}) {
  const { data, error, isFetching, refetch } = useQuery(schemaTree(id));
  const draft = useQuery(schemaDraft(id));
  const { data: detail } = useQuery(connectionDetail(id));
  if (!data && error)
    return (
      <SchemaTrouble
        id={id}
        error={error}
        trying={isFetching}
        onRetry={() => void refetch()}
        onReload={onReload}
      />
    );
  if (!data || draft.isPending) return <SchemaSkeleton />;
  return (
    <SchemaDesk
      id={id}
      detail={detail}
      setup={setup}
      read={data}
      draft={draft.data ?? null}
      trouble={error ?? draft.error}
    />
  );
}
