"use client";
import { useQuery } from "@tanstack/react-query";
import type { AnnotationHead } from "@/lib/model/annotation";
import { annotationHeads } from "@/lib/queries/annotations";

const byConnection = (heads: readonly AnnotationHead[]): ReadonlyMap<string, readonly string[]> =>
  new Map(heads.map(({ connection_id, tags }) => [connection_id, tags]));

/** The tags of the connections that have any; undefined while they are not read. */
export function useTags(): ReadonlyMap<string, readonly string[]> | undefined {
  return useQuery({ ...annotationHeads, select: byConnection }).data;
}
