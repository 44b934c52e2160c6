"use client";
import { useDeferredValue, useMemo } from "react";
import type { PersonalLook } from "@/components/schema-editor/row-note";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { usePersonal } from "@/components/schema-editor/use-personal";
import { useQueryMarks } from "@/components/schema-editor/use-query-marks";
import { useSettled } from "@/components/schema-editor/use-settled";
import type { Filter } from "@/lib/model/schema/filter-bits";
import { filterCounts } from "@/lib/model/schema/filter-counts";
import { find } from "@/lib/model/schema/find";
import { parseQuery } from "@/lib/model/schema/find-query";
import type { Found } from "@/lib/model/schema/found";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

const COUNTS_AFTER_MS = 250;

export interface FoundRows {
  /** What the search and the filter leave; null for everything. */
  found: Found | null;
  /** Why the search is not a question. */
  error: string | null;
  counts: Record<Filter, number> | null;
  personalOf: (node: number) => PersonalLook | null;
  /** Whether all names have been read for it. */
  personalRead: boolean;
  /** What was asked, as one text; null for nothing. */
  asked: string | null;
}

/** The rows that a search and a filter leave, found while the person goes on typing. */
export function useFound(editor: SchemaEditor, q: string, filter: Filter | null): FoundRows {
  const version = useEditorVersion(editor);
  const text = useDeferredValue(q);
  const settled = useDeferredValue(version);
  const personal = usePersonal(editor);
  const query = useMemo(() => (text.trim() === "" ? null : parseQuery(text)), [text]);
  const failed = query && "error" in query ? query.error : null;
  const answered = useQueryMarks(query && !("error" in query) ? query : null, editor.tree.labels.names);
  const error = failed ?? answered.error;
  const asks = answered.query !== null || filter !== null;
  const found = useMemo(() => {
    void settled;
    if (!asks) return null;
    return find(editor, answered.query, filter, personal.marks, answered.names);
  }, [editor, settled, asks, answered, filter, personal.marks]);
  // A million columns are counted: not between two presses of a switch.
  const rested = useSettled(version, COUNTS_AFTER_MS);
  const counts = useMemo(() => {
    void rested;
    return filterCounts(editor, personal.marks);
  }, [editor, rested, personal.marks]);
  return {
    found,
    error,
    counts,
    personalOf: personal.of,
    personalRead: personal.marks !== null,
    asked: asks ? JSON.stringify([answered.query?.text ?? "", filter]) : null,
  };
}
