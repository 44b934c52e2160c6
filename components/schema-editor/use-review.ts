"use client";
import { useQuery } from "@tanstack/react-query";
import { useId, useMemo, useState } from "react";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { NO_CHANGES } from "@/lib/model/schema/no-changes";
import { sameChanges } from "@/lib/model/schema/same-changes";
import type { ReviewAsk, SchemaReview } from "@/lib/model/schema/schema-answers";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { reviewSchema } from "@/lib/queries/schema-review";

/** What is reviewed: the draft, or the way back from or to a revision. */
export type ReviewTarget = { kind: "draft" } | { kind: "undo" | "restore"; number: number };

export interface Review {
  review: SchemaReview | undefined;
  error: Error | null;
  reading: boolean;
  /** The draft has been edited since it was reviewed. */
  stale: boolean;
  again: () => void;
}

/** Reads the schema again from Fivetran and says what the changes come to; nothing is sent. */
export function useReview(connectionId: string, editor: SchemaEditor, ask: ReviewTarget): Review {
  const version = useEditorVersion(editor);
  const drawn = useId();
  const [attempt, setAttempt] = useState(0);
  const { data, error, isFetching } = useQuery({
    queryKey: ["schema-review", connectionId, drawn, ask, attempt],
    queryFn: async () => {
      const asked = ask.kind === "draft" ? editor.changes() : null;
      const base = editor.hash;
      const review = await reviewSchema(connectionId, asked ? { changes: asked } : wayBack(ask));
      // A draft that was not saved yet has no base on the server to tell it by.
      const moved = review.moved || (asked !== null && review.hash !== base);
      return { asked, review: { ...review, moved } };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const stale = useMemo(() => {
    void version;
    if (!data?.asked) return false;
    const now = editor.changes();
    return !sameChanges(now, data.asked) && !sameChanges(now, data.review.changes);
  }, [data, editor, version]);
  return {
    review: data?.review,
    error,
    reading: isFetching,
    stale,
    again: () => setAttempt(attempt + 1),
  };
}

function wayBack(ask: ReviewTarget): ReviewAsk {
  if (ask.kind === "draft") return { changes: NO_CHANGES };
  return ask.kind === "undo" ? { undo: ask.number } : { restore: ask.number };
}
