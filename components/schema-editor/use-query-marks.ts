"use client";
import { useEffect, useMemo, useState } from "react";
import type { RegexMarks } from "@/components/schema-editor/regex-marks";
import type { Query } from "@/lib/model/schema/find-query";
import { type NameMarks, regexesOf, testKey } from "@/lib/model/schema/name-marks";

export interface AnsweredQuery {
  /** Null where nothing is asked, or nothing is answered yet. */
  query: Query | null;
  names: ReadonlyMap<string, NameMarks>;
  /** Why it cannot be answered. */
  error: string | null;
  pending: boolean;
}

const NO_NAMES: ReadonlyMap<string, NameMarks> = new Map();

interface Answer {
  query: Query;
  labels: readonly string[];
  names: ReadonlyMap<string, NameMarks>;
  error: string | null;
}

/**
 * A query with the marks of its regular expressions, which a worker makes. Until a new one is answered the one before
 * stands; any other query is answered at once.
 */
export function useQueryMarks(
  regexes: RegexMarks,
  query: Query | null,
  labels: readonly string[],
): AnsweredQuery {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const asked = useMemo(() => (query ? regexesOf(query) : []), [query]);
  useEffect(() => {
    if (!query || asked.length === 0) return;
    let stale = false;
    const run = async () => {
      const names = new Map<string, NameMarks>();
      let error: string | null = null;
      try {
        for (const test of asked) {
          if (stale) return;
          names.set(testKey(test), await regexes.mark(labels, test.source, test.flags));
        }
      } catch (reason) {
        error = reason instanceof Error ? reason.message : String(reason);
      }
      if (!stale) setAnswer({ query, labels, names, error });
    };
    void run();
    return () => {
      stale = true;
    };
  }, [regexes, query, asked, labels]);
  useEffect(() => () => regexes.stop(), [regexes]);

  return useMemo(() => {
    if (!query || asked.length === 0) return { query, names: NO_NAMES, error: null, pending: false };
    if (!answer || !growsFrom(answer.labels, labels))
      return { query: null, names: NO_NAMES, error: null, pending: true };
    const pending = answer.query !== query || answer.labels !== labels;
    if (answer.error !== null)
      return { query: null, names: NO_NAMES, error: pending ? null : answer.error, pending };
    return { query: answer.query, names: answer.names, error: null, pending };
  }, [query, asked, answer, labels]);
}

/** Whether places in the one list are good for the other. */
const growsFrom = (before: readonly string[], now: readonly string[]): boolean =>
  before === now || (before.length <= now.length && before.every((name, label) => name === now[label]));
