import { route } from "@/lib/auth/route";
import { jobById } from "@/lib/store/jobs";

export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, (_request, { id }) => jobById(id));
