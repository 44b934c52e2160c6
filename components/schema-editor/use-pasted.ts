"use client";
import { useEffect, useState } from "react";
import { type PastedName, pasteList } from "@/lib/model/schema/paste-list";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { stepsFor } from "@/lib/model/steps";

const SLICE_MS = 8;
const PAUSE_MS = 4;
const NOTHING: readonly PastedName[] = [];

export interface Pasted {
  list: readonly PastedName[];
  /** The text is still being looked up; `list` is of the one before. */
  pending: boolean;
}

/** What a pasted text stands for, looked up in slices between frames: near names of a long list take their time. */
export function usePasted(tree: SchemaTree, text: string): Pasted {
  const [read, setRead] = useState({ tree, text: "", list: NOTHING });
  useEffect(() => {
    if (text.trim() === "") return;
    const steps = pasteList(tree, text);
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      const done = stepsFor(steps, SLICE_MS);
      if (done) setRead({ tree, text, list: done.value });
      else timer = setTimeout(go, PAUSE_MS);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [tree, text]);
  if (text.trim() === "") return { list: NOTHING, pending: false };
  // Nodes of another tree are other items.
  return {
    list: read.tree === tree ? read.list : NOTHING,
    pending: read.text !== text || read.tree !== tree,
  };
}
