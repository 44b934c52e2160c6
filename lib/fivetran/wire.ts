import "server-only";
import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import { type Dispatcher, Pool } from "undici";
import { type Call, isWrite } from "@/lib/fivetran/call";

export interface UpstreamConfig {
  /** Ends in /v1. The only host that is ever asked. */
  base_url: string;
  key: string;
  secret: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Readable;
}

export interface Timeouts {
  connect: number;
  /** Until the headers of a read, of a write, and of a call that asks the source. */
  read: number;
  write: number;
  source: number;
  /** Between two pieces of a body. */
  body: number;
}

export const TIMEOUTS: Timeouts = {
  connect: 10_000,
  read: 60_000,
  write: 120_000,
  source: 1_800_000,
  body: 60_000,
};

const JSON_TYPE = { "content-type": "application/json" };

interface Trace {
  sent: boolean;
}

/** The sockets to the upstream: host, credentials and headers are fixed here, redirects are not followed. */
export class Wire {
  readonly #reads: Dispatcher;
  readonly #writes: Dispatcher;
  readonly #prefix: string;
  readonly #headers: Record<string, string>;

  constructor(
    { base_url, key, secret }: UpstreamConfig,
    private readonly timeouts: Timeouts,
  ) {
    const base = new URL(base_url);
    const options: Pool.Options = {
      connect: { timeout: timeouts.connect },
      bodyTimeout: timeouts.body,
      connections: 64,
    };
    this.#reads = new Pool(base.origin, options).compose(tracing);
    // A fresh socket for each write: on a kept one, a reset may mean that the write was never looked at.
    this.#writes = new Pool(base.origin, { ...options, pipelining: 0 }).compose(tracing);
    this.#prefix = base.pathname.replace(/\/$/, "");
    this.#headers = {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`,
      accept: "application/json;version=2",
      "user-agent": "headgate",
    };
  }

  /** How long a call may take until its headers, in milliseconds. */
  patience(call: Call): number {
    if (call.cost !== "all") return this.timeouts.source;
    return isWrite(call) ? this.timeouts.write : this.timeouts.read;
  }

  /** Sends one request. `trace.sent` turns true once the request may have reached the upstream. */
  async send(call: Call, trace: Trace, signal: AbortSignal): Promise<Answer> {
    const pool = isWrite(call) ? this.#writes : this.#reads;
    // Fivetran asks for the type on every POST and PATCH, also where there is no body.
    const json = call.method === "POST" || call.method === "PATCH" ? JSON_TYPE : {};
    const answer = await pool.request({
      method: call.method,
      path: `${this.#prefix}${call.target}`,
      headers: { ...this.#headers, ...json },
      body: call.body,
      headersTimeout: this.patience(call),
      signal,
      opaque: trace,
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  }

  /** Ends every call that is under way. */
  async close(): Promise<void> {
    await Promise.all([this.#reads.destroy(), this.#writes.destroy()]);
  }
}

/** Notes in the request's `opaque` that its first byte is about to leave: what fails before that was never sent. */
const tracing: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
  dispatch(options, {
    onRequestStart(controller, context) {
      const trace = (options as { opaque?: Trace }).opaque;
      if (trace) trace.sent = true;
      handler.onRequestStart?.(controller, context);
    },
    onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
    onResponseStart: (...args) => handler.onResponseStart?.(...args),
    onResponseData: (...args) => handler.onResponseData?.(...args),
    onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
    onResponseError: (...args) => handler.onResponseError?.(...args),
  });

export function headerOf(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
