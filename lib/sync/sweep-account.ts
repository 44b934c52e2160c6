import "server-only";
import type { Client } from "@/lib/fivetran/client";
import type { Asker } from "@/lib/fivetran/quota";
import type { Destination, Group } from "@/lib/model/account";
import type { Connection } from "@/lib/model/connection";
import type { ConnectorType } from "@/lib/model/connector-type";
import { fitsPath } from "@/lib/model/path";
import { connectionsOf } from "@/lib/model/refused-groups";
import type { Absence, Look } from "@/lib/sync/look";
import { type Page, PageReader } from "@/lib/sync/pages";
import { readConnection } from "@/lib/sync/read-connection";

export interface SweepRequest {
  as: Asker;
  /** Groups and destinations too; always read where the connections have to be asked for group by group. */
  lists: boolean;
  /** Connector types too. */
  types: boolean;
  /** Connections the snapshot holds, by id. */
  known: ReadonlyMap<string, unknown>;
  /** Told after each page; `total` once it is known. */
  onProgress?: (done: number, total: number | null) => void;
  signal?: AbortSignal;
}

export interface Swept {
  started_at: number;
  ended_at: number;
  calls: number;
  seen: Look[];
  absent: Absence[];
  /** False where a list of connections was refused: what was not seen may still be there. */
  complete: boolean;
  /** What answered 403, in words for a person. */
  denied: string[];
  groups: Group[] | null;
  destinations: Destination[] | null;
  types: ConnectorType[] | null;
}

/** So many missing connections a sweep makes sure of one by one; the rest wait for the next sweep. */
const MAKE_SURE = 20;

/**
 * Looks at the whole account. Lists that answer 403 are named in `denied`; any other failure fails the sweep.
 * @throws AppError as the client does
 */
export function sweepAccount(client: Pick<Client, "call">, request: SweepRequest): Promise<Swept> {
  return new Sweep(client, request).run();
}

class Sweep {
  readonly #started_at = Date.now();
  readonly #reader = new PageReader();
  readonly #seen = new Map<string, Look>();
  readonly #asking: { as: Asker; signal?: AbortSignal };
  #pages = 0;

  constructor(
    private readonly client: Pick<Client, "call">,
    private readonly request: SweepRequest,
  ) {
    this.#asking = { as: request.as, signal: request.signal };
  }

  async run(): Promise<Swept> {
    const complete = await this.#connections();
    const lists = this.request.lists || !complete;
    const groups = lists ? await readGroups(this.client, this.#reader, this.#asking) : null;
    const destinations = lists ? await readDestinations(this.client, this.#reader, this.#asking) : null;
    if (!complete) for (const group of groups ?? []) await this.#connectionsOf(group);
    const types = this.request.types ? await this.#types() : null;
    const absent = complete ? await this.#absent() : [];
    return {
      started_at: this.#started_at,
      ended_at: Date.now(),
      calls: this.#reader.calls,
      seen: [...this.#seen.values()],
      absent,
      complete,
      denied: this.#reader.denied,
      groups,
      destinations,
      types,
    };
  }

  async #connections(): Promise<boolean> {
    const read = await this.#reader.read("connections", (cursor) =>
      this.#take((query) => this.client.call("list_connections", { ...this.#asking, query }), cursor),
    );
    return read !== null;
  }

  async #connectionsOf(group: Group): Promise<void> {
    await this.#reader.read(connectionsOf(group), (cursor) =>
      this.#take((query) => {
        const params = { groupId: group.id };
        return this.client.call("list_all_connections_in_group", { ...this.#asking, params, query });
      }, cursor),
    );
  }

  async #take(
    ask: (query: { limit: number; cursor: string | undefined }) => Promise<Page<Connection>>,
    cursor: string | undefined,
  ): Promise<Page<never>> {
    const started_at = Date.now();
    const page = await ask({ limit: 1000, cursor });
    const read_at = Date.now();
    this.#pages += 1;
    for (const connection of page.items) {
      // An id that no path carries could never be asked for again.
      if (!fitsPath(connection.id)) continue;
      this.#seen.set(connection.id, { connection, started_at, read_at, detail: false });
    }
    this.request.onProgress?.(this.#seen.size, page.next_cursor ? null : this.#seen.size);
    return { items: [], next_cursor: page.next_cursor };
  }

  #types(): Promise<ConnectorType[] | null> {
    return this.#reader.read("connector types", (cursor) =>
      this.client.call("metadata_connectors", { ...this.#asking, query: { limit: 1000, cursor } }),
    );
  }

  /**
   * What the snapshot holds and the sweep did not see. A list of several pages shifts while it is read, so a
   * connection on the seam may be missing though it is there: then each is asked for by itself.
   */
  async #absent(): Promise<Absence[]> {
    const missing = [...this.request.known.keys()].filter((id) => !this.#seen.has(id));
    if (this.#pages <= 1) {
      const started_at = this.#started_at;
      return missing.map((id) => ({ id, started_at, read_at: Date.now() }));
    }
    const absent: Absence[] = [];
    for (const id of missing.slice(0, MAKE_SURE)) {
      const started_at = Date.now();
      this.#reader.calls += 1;
      const connection = await readConnection(this.client, id, this.#asking);
      const read_at = Date.now();
      if (connection) this.#seen.set(id, { connection, started_at, read_at, detail: true });
      else absent.push({ id, started_at, read_at });
    }
    return absent;
  }
}

type Asking = { as: Asker; signal?: AbortSignal };

/** All groups; null where the key may not list them. */
export function readGroups(
  client: Pick<Client, "call">,
  reader: PageReader,
  asking: Asking,
): Promise<Group[] | null> {
  return reader.read("groups", (cursor) =>
    client.call("list_all_groups", { ...asking, query: { limit: 1000, cursor } }),
  );
}

/** All destinations; null where the key may not list them. */
export function readDestinations(
  client: Pick<Client, "call">,
  reader: PageReader,
  asking: Asking,
): Promise<Destination[] | null> {
  return reader.read("destinations", (cursor) =>
    client.call("list_destinations", { ...asking, query: { limit: 1000, cursor } }),
  );
}
