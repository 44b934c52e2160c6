import { route } from "@/lib/auth/route";
import { startSchemaJob } from "@/lib/jobs/start-schema-job";
import { parseChanges } from "@/lib/model/schema/parse-changes";
import { EXCLUDE_MODES } from "@/lib/model/schema-config";
import { inTurns } from "@/lib/model/steps";
import { listJobs } from "@/lib/store/jobs";
import { z } from "@/lib/zod";

const confirmed = z.array(z.enum(["unhash", "unblock", "allow_all", "exclude"])).max(10);
const revision = z.number().int().min(1);
const Ask = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("apply_schema"),
    changes: z.unknown(),
    why: z.string().max(2_000),
    confirmed,
    cause: z.union([z.strictObject({ undo: revision }), z.strictObject({ restore: revision })]).optional(),
  }),
  z.strictObject({ kind: z.literal("reload_schema"), exclude_mode: z.enum(EXCLUDE_MODES), confirmed }),
  z.strictObject({
    kind: z.literal("load_columns"),
    tables: z.union([z.literal("all"), z.array(z.tuple([z.string(), z.string()]))]),
  }),
]);

export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, (_request, { id }) =>
  listJobs(id),
);

/** Starts a job; 202 with it as it stands. What it needs of its caller is for its kind to say. */
export const POST = route<{ id: string }>(
  { role: "viewer", risk: "read", body_limit: 27_262_976 },
  async (request, { id }, context) => {
    const asked = Ask.parse(await request.json());
    const ask =
      asked.kind === "apply_schema"
        ? { ...asked, changes: await inTurns(parseChanges(asked.changes, ["changes"])) }
        : asked;
    return Response.json(await startSchemaJob(id, ask, context), { status: 202 });
  },
);
