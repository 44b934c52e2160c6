import "server-only";
import type { Cost, Method } from "@/lib/contract/endpoint";
import type { Asker } from "@/lib/fivetran/quota";

/** One call of the upstream, ready to be sent. */
export interface Call {
  /** Named in the log. */
  operation: string;
  method: Method;
  /** Path and query below the base that ends in /v1, each name encoded; sent exactly so. */
  target: string;
  /** JSON text; undefined sends no body. */
  body?: string;
  cost: Cost;
  as: Asker;
  /** Gives a read up. A write that is aborted after it was sent ends in `unknown_outcome`. */
  signal?: AbortSignal;
}

export const isWrite = (call: Call): boolean => call.method !== "GET";
