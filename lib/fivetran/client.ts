import "server-only";
import { rememberSecrets } from "@/lib/auth/known-secrets";
import { type BodyOf, costOf, type DataOf, type ParamsOf, type QueryOf } from "@/lib/contract/endpoint";
import { type Operation, rowOf, type Table } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";
import type { Call } from "@/lib/fivetran/call";
import { Gate, type GateOptions } from "@/lib/fivetran/gate";
import type { Asker } from "@/lib/fivetran/quota";
import { targetOf } from "@/lib/fivetran/target";
import type { Answer, UpstreamConfig } from "@/lib/fivetran/wire";
import type { QuotaState, UpstreamCondition } from "@/lib/model/snapshot";
import { singleton } from "@/lib/singleton";

interface Common {
  as: Asker;
  /** Gives a read up. Do not pass one to a write that has to be known the outcome of. */
  signal?: AbortSignal;
}

type Input<Name extends string, T> = undefined extends T ? { [K in Name]?: T } : { [K in Name]: T };

export type CallOptions<O extends Operation> = Common &
  (keyof ParamsOf<Table[O]> extends never
    ? { params?: Record<never, never> }
    : { params: ParamsOf<Table[O]> }) & { query?: QueryOf<Table[O]> } & Input<"body", BodyOf<Table[O]>>;

/** The same for code that serves any row; what it holds has been validated by the row. */
export interface AnyCall extends Common {
  params: Readonly<Record<string, string>>;
  query?: unknown;
  body?: unknown;
  /** The body as JSON text, in the place of `body`. */
  text?: string;
}

/** Fivetran as the server sees it: every row of the table, through one gate. */
export class Client {
  readonly #gate: Gate;

  constructor(
    readonly config: UpstreamConfig,
    options?: GateOptions,
  ) {
    const { key, secret } = config;
    rememberSecrets([key, secret, Buffer.from(`${key}:${secret}`).toString("base64")]);
    this.#gate = new Gate(config, options);
  }

  /**
   * Calls an operation and gives the `data` of its answer, read loosely by the row's response schema. Reads are
   * repeated a few times, writes never. Throws AppError: `invalid`, `forbidden`, `not_found`, `conflict`,
   * `rate_limited` (with `retry_at`), `upstream`, `timeout`, or for a write whose answer was lost `unknown_outcome`.
   */
  async call<O extends Operation>(operation: O, options: CallOptions<O>): Promise<DataOf<Table[O]>> {
    const row = rowOf(operation);
    const envelope = await this.#gate.ask(callOf(operation, { params: {}, ...options } as AnyCall));
    if (!row.response) return undefined as DataOf<Table[O]>;
    const parsed = row.response.safeParse(envelope.data);
    if (parsed.success) return parsed.data as DataOf<Table[O]>;
    const place = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
    const done = row.method === "GET" ? "" : " The change itself was accepted.";
    throw new AppError("upstream", `Fivetran's answer has an unexpected form at data.${place}.${done}`, {
      cause: parsed.error,
    });
  }

  /** The same for the proxy: the bytes of a successful answer, `text` holding all of a short one. Throws as `call`. */
  send(operation: Operation, options: AnyCall): Promise<Answer & { text: string | null }> {
    return this.#gate.open(callOf(operation, options));
  }

  quota(): QuotaState {
    return this.#gate.quota();
  }

  /** Whether less than a fifth of the hour's budget is left, which the poller leaves to people. */
  scarce(): boolean {
    return this.#gate.scarce();
  }

  condition(): UpstreamCondition {
    return this.#gate.condition();
  }

  /** Calls `listener` when the condition or a pause may have changed. Returns what ends it. */
  onChange(listener: () => void): () => void {
    return this.#gate.onChange(listener);
  }

  close(): Promise<void> {
    return this.#gate.close();
  }
}

function callOf(operation: Operation, { params, query, body, text, as, signal }: AnyCall): Call {
  const row = rowOf(operation);
  return {
    operation,
    method: row.method,
    target: targetOf(row, params, query),
    body: text ?? (body === undefined ? undefined : JSON.stringify(body)),
    cost: costOf(row, body),
    as,
    signal,
  };
}

const holder = () => singleton<{ client: Client | null }>("fivetran", () => ({ client: null }));

/** Sets the upstream of this process, once at boot. A client that was there before is closed. */
export function configureFivetran(config: UpstreamConfig, options?: GateOptions): Client {
  void holder().client?.close();
  const client = new Client(config, options);
  holder().client = client;
  return client;
}

/** The client of this process. Throws AppError `unavailable` before `configureFivetran`. */
export function fivetran(): Client {
  const { client } = holder();
  if (!client) throw new AppError("unavailable", "Headgate is starting. Try again in a few seconds.");
  return client;
}
