import { route } from "@/lib/auth/route";
import { startBulkJob } from "@/lib/jobs/start-bulk-job";
import { BulkBody } from "@/lib/model/bulk/bulk-body";
import { listBulkJobs } from "@/lib/store/bulk-jobs";

/** The bulk jobs of the account as BulkRun, newest first. */
export const GET = route({ role: "viewer", risk: "read" }, () => listBulkJobs());

/** Starts a bulk job; 202 with it as it stands. */
export const POST = route({ role: "operator", risk: "reversible" }, async (request, _, context) =>
  Response.json(await startBulkJob(BulkBody.parse(await request.json()), context), { status: 202 }),
);
