import { largeAnswer } from "@/lib/auth/large-answer";
import { route } from "@/lib/auth/route";
import { jobById } from "@/lib/store/jobs";

export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (_request, { id }) =>
  largeAnswer(await jobById(id)),
);
