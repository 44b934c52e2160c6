import { route } from "@/lib/auth/route";
import { subscribe } from "@/lib/sync/stream";

/** Server-sent events, each a ServerEvent: `event:` is its type, `data:` the rest. */
export const GET = route(
  { role: "viewer", risk: "read" },
  async (request) =>
    new Response(subscribe(request.signal), {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      },
    }),
);
