"use client";
import { useEffect, useMemo, useRef } from "react";
import type { AnnotationHead } from "@/lib/model/annotation";
import { type ConnectionIndex, indexConnections } from "@/lib/model/connection-index";
import type { AccountSnapshot } from "@/lib/model/snapshot";

/** The snapshot laid out by column; what did not change since the last one is not laid out again. */
export function useConnectionIndex(
  { connections, groups, services }: AccountSnapshot,
  annotations?: ReadonlyMap<string, AnnotationHead>,
): ConnectionIndex {
  const previous = useRef<ConnectionIndex>(undefined);
  const index = useMemo(
    () => indexConnections({ connections, groups, services }, previous.current, annotations),
    [connections, groups, services, annotations],
  );
  useEffect(() => {
    previous.current = index;
  }, [index]);
  return index;
}
