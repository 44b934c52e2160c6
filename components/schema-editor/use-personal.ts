"use client";
import { useMemo } from "react";
import type { PersonalLook } from "@/components/schema-editor/row-note";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { personalIndex } from "@/lib/model/personal/personal-index";
import type { PersonalMarks } from "@/lib/model/schema/filter-bits";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

/** Which columns look personal: as marks for the filters, and as words for a row. */
export interface Personal {
  marks: PersonalMarks;
  of: (node: number) => PersonalLook | null;
}

export function usePersonal(editor: SchemaEditor): Personal {
  useEditorVersion(editor);
  const { tree } = editor;
  return useMemo(() => {
    const index = personalIndex(tree);
    const of = (node: number): PersonalLook | null => {
      if (editor.kindOf(node) !== "column") return null;
      return index.of(tree.columns.label[editor.placeOf(node)] ?? 0, editor.tableOf(node));
    };
    return { marks: index, of };
  }, [editor, tree]);
}
