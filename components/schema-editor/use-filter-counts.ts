"use client";
import { useEffect, useState } from "react";
import { inIdleTime } from "@/components/schema-editor/in-idle-time";
import type { Filter, PersonalMarks } from "@/lib/model/schema/filter-bits";
import { FilterCounter } from "@/lib/model/schema/filter-counts";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

const AFTER_MS = 250;

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
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = () => {};
    const begin = () => {
      const counter = new FilterCounter(editor, personal);
      stop = inIdleTime((ms) => {
        const done = counter.countFor(ms);
        if (done) setCounts(counter.counts());
        return done;
      });
    };
    const halt = () => {
      clearTimeout(timer);
      stop();
    };
    const leave = editor.subscribe(() => {
      halt();
      timer = setTimeout(begin, AFTER_MS);
    });
    begin();
    return () => {
      leave();
      halt();
    };
  }, [editor, personal]);
  return counts;
}
