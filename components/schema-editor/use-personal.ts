"use client";
import type { PersonalLook } from "@/components/schema-editor/row-note";
import type { PersonalMarks } from "@/lib/model/schema/filter-bits";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

/** Which columns look personal: as marks for the filters, and as words for a row. */
export interface Personal {
  marks: PersonalMarks | null;
  of: (node: number) => PersonalLook | null;
}

const NOT_KNOWN: Personal = { marks: null, of: () => null };

export function usePersonal(_editor: SchemaEditor): Personal {
  return NOT_KNOWN;
}
