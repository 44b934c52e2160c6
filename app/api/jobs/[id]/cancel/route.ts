import { route } from "@/lib/auth/route";
import { cancelJob } from "@/lib/jobs/cancel-job";

export const POST = route<{ id: string }>({ role: "operator", risk: "reversible" }, (_request, { id }) =>
  cancelJob(id),
);
