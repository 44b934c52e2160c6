import { route } from "@/lib/auth/route";
import { TIMELINE_KINDS, type TimelineKind } from "@/lib/model/timeline";
import { timelinePage } from "@/lib/sync/timeline/timeline-page";
import { z } from "@/lib/zod";

const kind = z.enum(TIMELINE_KINDS);
const time = z.coerce.number().int().min(0).nullable().default(null);

const Query = z.strictObject({
  /** Names with commas between; all kinds without. */
  kinds: z
    .string()
    .transform((text): TimelineKind[] => text.split(",").map((name) => kind.parse(name)))
    .default([...TIMELINE_KINDS]),
  actor: z.string().min(1).max(200).nullable().default(null),
  from: time,
  until: time,
  cursor: z.string().max(60).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What happened to a connection as TimelinePage, newest first; times in epoch milliseconds. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (request, { id }) =>
  timelinePage(id, Query.parse(Object.fromEntries(new URL(request.url).searchParams))),
);
