"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { inIdleTime } from "@/components/schema-editor/in-idle-time";
import type { PersonalLook } from "@/components/schema-editor/row-note";
import { useEditorTree } from "@/components/schema-editor/use-editor-tree";
import { loadCode } from "@/components/ui/load-code";
import type { PersonalIndex, personalIndex } from "@/lib/model/personal/personal-index";
import type { PersonalMarks } from "@/lib/model/schema/filter-bits";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { personalLists } from "@/lib/queries/personal-lists";

/** Which columns look personal: as marks for the filters, and as words for a row. */
export interface Personal {
  /** Null until all names have been read. */
  marks: PersonalMarks | null;
  of: (node: number) => PersonalLook | null;
}

/** Names are read in slices between frames, so that a large schema opens as fast as a small one. */
export function usePersonal(editor: SchemaEditor): Personal {
  const tree = useEditorTree(editor);
  const { data: lists } = useQuery(personalLists);
  const make = useDetectors();
  const index = useMemo(() => make?.(tree, lists) ?? null, [make, tree, lists]);
  const [read, setRead] = useState<PersonalIndex | null>(null);
  useEffect(() => {
    if (!index) return;
    return inIdleTime((ms) => {
      const done = index.readFor(ms);
      if (done) setRead(index);
      return done;
    });
  }, [index]);
  return useMemo(() => {
    const of = (node: number): PersonalLook | null => {
      if (!index || editor.kindOf(node) !== "column") return null;
      return index.of(tree.columns.label[editor.placeOf(node)] ?? 0, editor.tableOf(node));
    };
    return { marks: read === index ? index : null, of };
  }, [editor, tree, index, read]);
}

/** The detectors, once their code has come. */
function useDetectors(): typeof personalIndex | null {
  const [make, setMake] = useState<typeof personalIndex | null>(null);
  useEffect(() => {
    let there = true;
    void loadCode("What looks personal", () => import("@/lib/model/personal/personal-index")).then((code) => {
      if (code && there) setMake(() => code.personalIndex);
    });
    return () => {
      there = false;
    };
  }, []);
  return make;
}
