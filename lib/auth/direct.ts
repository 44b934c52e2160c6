import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { EVERYWHERE, NOT_A_PAGE } from "@/lib/response-headers.mjs";
import { singleton } from "@/lib/singleton";

type Direct = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

const METHODS = new Set(["GET", "POST", "PATCH", "DELETE"]);
/** What a URL parser changes or Next.js redirects: its router decides about those. */
const UNUSUAL = /[^\x21-\x7e]|[\\#]|\/\/|\/(\.|%2e){1,2}(\/|\?|$)|\/(\?|$)|%(?![0-9a-f]{2})/i;

/**
 * Has requests below `prefix` answered by the handler of their route without Next.js's router in between, which takes
 * several times what the proxy itself does. The launcher, which is plain JavaScript, finds this by
 * `Symbol.for("headgate.direct")`; without the launcher the route answers by itself, and alike.
 */
export function answerDirectly(prefix: string, answer: (request: Request) => Promise<Response>): void {
  singleton<Direct>("direct", () => {
    const listen = getRequestListener(answer, { overrideGlobalObjects: false });
    return (incoming, outgoing) => {
      const { method = "", url = "" } = incoming;
      if (!url.startsWith(prefix) || !METHODS.has(method) || UNUSUAL.test(url)) return false;
      for (const { key, value } of [...EVERYWHERE, ...NOT_A_PAGE]) outgoing.setHeader(key, value);
      void listen(incoming, outgoing);
      return true;
    };
  });
}
