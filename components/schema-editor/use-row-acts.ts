"use client";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { RowActs } from "@/components/schema-editor/row-acts";

/** The acts of all rows as one lasting object that always does what the present ones do. */
export function useRowActs(acts: RowActs): RowActs {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      toggleOpen: (node) => latest.current.toggleOpen(node),
      select: (node, range) => latest.current.select(node, range),
      toggleSync: (node) => latest.current.toggleSync(node),
      toggleHash: (node) => latest.current.toggleHash(node),
      toggleKey: (node) => latest.current.toggleKey(node),
      openModes: (node, button) => latest.current.openModes(node, button),
      loadColumns: (table) => latest.current.loadColumns(table),
    }),
    [],
  );
}
