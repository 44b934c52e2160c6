"use client";
import type { NamedColumns } from "@/lib/model/schema/named-items";
import { type Target, useAct } from "@/lib/queries/act";
import { upstream } from "@/lib/queries/upstream";

/** Marks blocked columns for deletion at the next sync. Failures are left to the dialog. */
export function useDropColumns() {
  return useAct({
    run: ({ id, body }: Target & { body: NamedColumns }) =>
      upstream("POST /connections/{connectionId}/schemas/drop-columns", {
        params: { connectionId: id },
        body,
      }),
    done: () => "Columns are dropped with the next sync",
    failed: () => "Columns not dropped",
    quiet: true,
  });
}

/** A historical re-sync of single tables, by schema. Failures are left to the dialog. */
export function useResyncTables() {
  return useAct({
    run: ({ id, body }: Target & { body: Record<string, string[]> }) =>
      upstream("POST /connections/{connectionId}/schemas/tables/resync", {
        params: { connectionId: id },
        body,
      }),
    done: ({ body }) => {
      const count = Object.values(body).reduce((sum, tables) => sum + tables.length, 0);
      return `Re-sync of ${count} ${count === 1 ? "table" : "tables"} asked for`;
    },
    failed: () => "Re-sync not started",
    quiet: true,
  });
}
