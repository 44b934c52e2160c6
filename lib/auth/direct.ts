import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { EVERYWHERE, NOT_A_PAGE } from "@/lib/response-headers.mjs";
import { singleton } from "@/lib/singleton";

type Direct = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

export interface DirectRoute {
  methods: readonly string[];
  /** What the request's path and query have to look like. */
  url: RegExp;
  answer: (request: Request) => Promise<Response>;
}

/** What a URL parser changes or Next.js redirects: its router decides about those. */
const UNUSUAL = /[^\x21-\x7e]|[\\#]|\/\/|\/(\.|%2e){1,2}(\/|\?|$)|\/(\?|$)|%(?![0-9a-f]{2})/i;

/**
 * Has requests answered by the handler of their route without Next.js's router in between, which takes several times
 * what the handler itself does. The launcher, which is plain JavaScript, finds this by `Symbol.for("headgate.direct")`;
 * without the launcher each route answers by itself, and alike.
 */
export function answerDirectly(routes: readonly DirectRoute[]): void {
  singleton<Direct>("direct", () => {
    const known = routes.map(({ answer, ...route }) => ({
      ...route,
      listen: getRequestListener(answer, { overrideGlobalObjects: false }),
    }));
    return (incoming, outgoing) => {
      const { method = "", url = "" } = incoming;
      const route = known.find((it) => it.methods.includes(method) && it.url.test(url));
      if (!route || UNUSUAL.test(url)) return false;
      for (const { key, value } of [...EVERYWHERE, ...NOT_A_PAGE]) outgoing.setHeader(key, value);
      void route.listen(incoming, outgoing);
      return true;
    };
  });
}
