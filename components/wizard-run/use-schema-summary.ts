"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { type SchemaTotals, schemaTotals } from "@/lib/model/schema/schema-totals";
import { schemaTree } from "@/lib/queries/schema";
import { schemaDraft } from "@/lib/queries/schema-draft";

export interface SchemaSummary {
  /** Null where nothing is known to choose from. */
  totals: SchemaTotals | null;
  /** How many changes of the draft are not applied. */
  edits: number;
}

/** What syncs as Fivetran has it, and what was chosen and never sent. */
export function useSchemaSummary(connectionId: string): SchemaSummary {
  const { data: read } = useQuery(schemaTree(connectionId));
  const { data: draft } = useQuery(schemaDraft(connectionId));
  const totals = useMemo(() => (read ? schemaTotals(new SchemaEditor(read.tree, read.hash)) : null), [read]);
  return { totals, edits: draft ? changeCounts(draft.changes).total : 0 };
}
