import { readiness } from "@/lib/store/readiness";

/** Whether pages can be served: the database answers and has this build's migrations. 503 names what is not ready. */
export async function GET(): Promise<Response> {
  const parts = await readiness();
  const ready = Object.values(parts).every((part) => part === "ok");
  return Response.json(
    { status: ready ? "ok" : "unavailable", ...parts },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
