"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { inIdleTime } from "@/components/schema-editor/in-idle-time";
import { RegexMarks } from "@/components/schema-editor/regex-marks";
import type { PersonalLook } from "@/components/schema-editor/row-note";
import { useEditorTree } from "@/components/schema-editor/use-editor-tree";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { usePersonal } from "@/components/schema-editor/use-personal";
import { useQueryMarks } from "@/components/schema-editor/use-query-marks";
import type { Filter, PersonalMarks } from "@/lib/model/schema/filter-bits";
import { find } from "@/lib/model/schema/find";
import { parseQuery, type Query } from "@/lib/model/schema/find-query";
import type { Found } from "@/lib/model/schema/found";
import { readNames } from "@/lib/model/schema/name-marks";
import { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { visibleRows } from "@/lib/model/schema/visible-rows";

export interface FoundRows {
  /** What the search and the filter leave; null for everything. */
  found: Found | null;
  /** Why the search is not a question. */
  error: string | null;
  personalOf: (node: number) => PersonalLook | null;
  /** The same as marks; null until all names have been read for it. */
  personal: PersonalMarks | null;
  /** What was asked, as one text; null for nothing. */
  asked: string | null;
  /** Says that something will be typed soon. */
  expect: () => void;
}

/** The rows that a search and a filter leave, found with each letter: to put it off would cost a frame more than it takes. */
export function useFound(editor: SchemaEditor, q: string, filter: Filter | null): FoundRows {
  const tree = useEditorTree(editor);
  // Names are what they are, whatever the draft does: only a filter asks about it.
  const version = useEditorVersion(editor, filter !== null);
  const settled = useDeferredValue(version);
  const personal = usePersonal(editor);
  const query = useMemo(() => (q.trim() === "" ? null : parseQuery(q)), [q]);
  const failed = query && "error" in query ? query.error : null;
  const [regexes] = useState(() => new RegexMarks());
  const answered = useQueryMarks(regexes, query && !("error" in query) ? query : null, tree.labels.names);
  const error = failed ?? answered.error;
  const asks = answered.query !== null || filter !== null;
  const marks = filter === "personal" ? personal.marks : null;
  const found = useMemo(() => {
    void tree;
    void settled;
    if (!asks) return null;
    return find(editor, answered.query, filter, marks, answered.names);
  }, [editor, tree, settled, asks, answered, filter, marks]);
  return {
    found,
    error,
    personalOf: personal.of,
    personal: personal.marks,
    expect: () => {
      regexes.warm();
      readNames(tree.labels.names);
      rehearse(editor);
    },
    asked: asks ? JSON.stringify([answered.query?.text ?? "", filter]) : null,
  };
}

const REHEARSALS = 3;
const ANY: Query = { text: "a", paths: [[{ kind: "text", text: "a" }]] };
const rehearsed = new WeakSet<SchemaEditor>();

/** Searches in idle time, for nobody: the first letter is found sooner once the browser has compiled the search. */
function rehearse(editor: SchemaEditor): void {
  if (rehearsed.has(editor)) return;
  rehearsed.add(editor);
  let left = REHEARSALS;
  inIdleTime(() => {
    visibleRows(editor.tree, NodeSet.empty, find(editor, ANY, null));
    return --left === 0;
  });
}
