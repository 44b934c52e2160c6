import { route } from "@/lib/auth/route";
import { resumeBulkJob } from "@/lib/jobs/start-bulk-job";
import { z } from "@/lib/zod";

const Body = z.strictObject({ rest: z.enum(["failed", "left"]) });

/** Does to what went wrong, or was left, what the job was to do, as a new job; 202 with that. */
export const POST = route<{ id: string }>(
  { role: "operator", risk: "reversible" },
  async (request, { id }, context) => {
    const { rest } = Body.parse(await request.json());
    return Response.json(await resumeBulkJob(id, rest, context), { status: 202 });
  },
);
