import type { BodyOf, DataOf, Endpoint, ParamsOf, QueryOf } from "@/lib/contract/endpoint";
import type { Operation, Table } from "@/lib/contract/table";
import type { Delivered, Receiver } from "@/lib/sandbox/delivery";
import type { Reply } from "@/lib/sandbox/reply";
import type { World } from "@/lib/sandbox/world";

export interface Call<E extends { query: unknown; body: unknown }> {
  world: World;
  /** The user whose key it is. */
  caller: string;
  params: ParamsOf<E>;
  query: QueryOf<E>;
  /** Parsed: unknown keys and nulls of the top level are gone. */
  body: BodyOf<E>;
  /** The body's top level as it came, for what the table does not know and for keys that a parser would lose. */
  raw: ReadonlyMap<string, unknown>;
  /** Where the page of a connect card that leads back to `redirect_uri` is served. */
  cardBase(redirect_uri: string): string;
  /** Posts a body to a webhook's receiver, where the sandbox may reach it. */
  deliver(to: Receiver, body: string): Promise<Delivered>;
  /** Waits as long as the real thing would take, in milliseconds of sandbox time, within reason. */
  pause(sandboxMs: number): Promise<void>;
}

export type Handler<O extends Operation> = (
  call: Call<Table[O]>,
) => Reply<DataOf<Table[O]>> | Promise<Reply<DataOf<Table[O]>>>;

/** Some operations' handlers; together they have to be all of them. */
export type Handlers<O extends Operation> = { [K in O]: Handler<K> };

/** A handler as code that serves any row sees it. */
export type AnyHandler = (call: Call<Endpoint>) => Reply<unknown> | Promise<Reply<unknown>>;
