import { fold } from "@/lib/model/connection-query";

/** What people of this console say about a connection. It never leaves for Fivetran. */
export interface Annotation {
  /** In lower case, each once. */
  tags: string[];
  /** Who looks after it: names or addresses. */
  owners: string[];
  notes: string;
  /** An http or https address; empty for none. */
  runbook: string;
}

export interface StoredAnnotation extends Annotation {
  /** Grows with each save; 0 where nobody has saved any. */
  version: number;
  saved_by: string;
  /** Epoch milliseconds. */
  saved_at: number;
}

/** What a list shows of it. */
export interface AnnotationHead extends Pick<Annotation, "tags" | "owners"> {
  connection_id: string;
}

export const NO_ANNOTATION: Annotation = { tags: [], owners: [], notes: "", runbook: "" };

export const MOST_TAGS = 20;
export const MOST_OWNERS = 10;
export const LONGEST_TAG = 40;
export const LONGEST_OWNER = 80;
export const LONGEST_NOTES = 4_000;
export const LONGEST_RUNBOOK = 2_000;

/** A tag as it is kept: lower case, single spaces, so that one tag has one spelling. */
export const toTag = (text: string): string => fold(toLine(text));

/** One line without spaces at its ends or in a row. */
export const toLine = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** The tags of a line, between commas, each once. */
export const readTags = (line: string): string[] => [...new Set(line.split(",").map(toTag))].filter(Boolean);

/** The owners of a line, between commas, each once whatever its case. */
export function readOwners(line: string): string[] {
  const owners = new Map<string, string>();
  for (const owner of line.split(",").map(toLine)) {
    const key = fold(owner);
    if (owner !== "" && !owners.has(key)) owners.set(key, owner);
  }
  return [...owners.values()];
}
