"use client";
import { useEffect, useState } from "react";
import type { Filter, PersonalMarks } from "@/lib/model/schema/filter-bits";
import { FilterCounter } from "@/lib/model/schema/filter-counts";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

const AFTER_MS = 250;
const SLICE_MS = 6;
const PAUSE_MS = 4;

/**
 * How many items pass each filter; null until they are counted first. A million columns are counted in slices between
 * frames, once edits rest: never between the press of a switch and its paint.
 */
export function useFilterCounts(
  editor: SchemaEditor,
  personal: PersonalMarks | null,
): Record<Filter, number> | null {
  const [counts, setCounts] = useState<Record<Filter, number> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const begin = () => {
      const counter = new FilterCounter(editor, personal);
      const go = () => {
        if (counter.countFor(SLICE_MS)) setCounts(counter.counts());
        else timer = setTimeout(go, PAUSE_MS);
      };
      go();
    };
    const leave = editor.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(begin, AFTER_MS);
    });
    timer = setTimeout(begin);
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [editor, personal]);
  return counts;
}
