import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { singleton } from "@/lib/singleton";

/**
 * Lets Next.js gzip what route handlers answer: it hands their headers over as arrays, which its own filter does
 * not match, and drops `content-encoding`, so a handler that sends gzip says so in `x-body-encoding`.
 */
export function allowGzip(): void {
  singleton("allow-gzip", () => {
    subscribe("http.server.request.start", (message) =>
      patch((message as { response: ServerResponse }).response),
    );
    return true;
  });
}

function patch(response: ServerResponse): void {
  const set = response.setHeader;
  response.setHeader = function (this: ServerResponse, name, value) {
    const single = Array.isArray(value) && value.length === 1 && !/^set-cookie$/i.test(name);
    const own = /^x-body-encoding$/i.test(name) ? "content-encoding" : name;
    return set.call(this, own, single ? String(value[0]) : value);
  };
}
