import type { ReviewAsk, SchemaReview } from "@/lib/model/schema/schema-answers";
import { post } from "@/lib/queries/fetcher";

/** Holds changes, or the way back from or to a revision, against what Fivetran has now; nothing is sent to it. */
export function reviewSchema(id: string, ask: ReviewAsk): Promise<SchemaReview> {
  return post<SchemaReview>(`/api/connections/${encodeURIComponent(id)}/schema/review`, ask);
}
