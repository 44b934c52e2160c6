import { route } from "@/lib/auth/route";
import { readTableColumns } from "@/lib/sync/schema/table-columns";

export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, (request, { id }) => {
  const names = new URL(request.url).searchParams;
  return readTableColumns(id, names.get("schema") ?? "", names.get("table") ?? "", "person", request.signal);
});
