import {
  COLUMNS_CONFIG,
  ENABLED,
  HASHED,
  HISTORY_MODE,
  KEY,
  LOCKED,
  type Lock,
  type SchemaChangeHandling,
  type SchemaTree,
  STORED,
} from "@/lib/model/schema/schema-tree";
import type { Column, Schema, Table } from "@/lib/model/schema-config";

/** Takes a schema config item by item, each table after its schema and each column after its table. */
export class TreeBuilder {
  readonly #policy: SchemaChangeHandling;
  readonly #labels = new LabelList();
  readonly #locks = new LockList();
  readonly #modes: string[] = [""];
  readonly #schemas = { label: [] as number[], flags: [] as number[], first_table: [] as number[] };
  readonly #tables = {
    schema: [] as number[],
    label: [] as number[],
    flags: [] as number[],
    mode: [] as number[],
    lock: [] as number[],
    first_column: [] as number[],
  };
  readonly #columns = { label: [] as number[], flags: [] as number[], lock: [] as number[] };

  constructor(policy: SchemaChangeHandling) {
    this.#policy = policy;
  }

  schema(name: string, schema: Pick<Schema, "name_in_destination" | "enabled">): void {
    this.#schemas.label.push(this.#labels.place(name, schema.name_in_destination ?? ""));
    this.#schemas.flags.push(schema.enabled ? ENABLED : 0);
    this.#schemas.first_table.push(this.#tables.label.length);
  }

  table(name: string, table: Omit<Table, "columns">): void {
    const lock = this.#locks.place(table.enabled_patch_settings);
    this.#tables.schema.push(this.#schemas.label.length - 1);
    this.#tables.label.push(this.#labels.place(name, table.name_in_destination ?? ""));
    this.#tables.flags.push(
      (table.enabled ? ENABLED : 0) |
        (lock > 0 ? LOCKED : 0) |
        (table.supports_columns_config ? COLUMNS_CONFIG : 0) |
        (table.supports_history_mode ? HISTORY_MODE : 0),
    );
    this.#tables.mode.push(placeIn(this.#modes, table.sync_mode ?? ""));
    this.#tables.lock.push(lock);
    this.#tables.first_column.push(this.#columns.label.length);
  }

  column(name: string, column: Column): void {
    const lock = this.#locks.place(column.enabled_patch_settings);
    this.#columns.label.push(this.#labels.place(name, column.name_in_destination ?? ""));
    this.#columns.flags.push(
      (column.enabled ? ENABLED : 0) |
        (lock > 0 ? LOCKED : 0) |
        (column.hashed ? HASHED : 0) |
        (column.is_primary_key ? KEY : 0) |
        STORED,
    );
    this.#columns.lock.push(lock);
  }

  tree(): SchemaTree {
    return {
      schema_change_handling: this.#policy,
      labels: { names: this.#labels.names, destinations: this.#labels.destinations },
      locks: this.#locks.locks,
      modes: this.#modes,
      schemas: {
        label: Uint32Array.from(this.#schemas.label),
        flags: Uint8Array.from(this.#schemas.flags),
        first_table: Uint32Array.from([...this.#schemas.first_table, this.#tables.label.length]),
      },
      tables: {
        schema: Uint32Array.from(this.#tables.schema),
        label: Uint32Array.from(this.#tables.label),
        flags: Uint8Array.from(this.#tables.flags),
        mode: Uint8Array.from(this.#tables.mode),
        lock: Uint16Array.from(this.#tables.lock),
        first_column: Uint32Array.from([...this.#tables.first_column, this.#columns.label.length]),
        columns_read_at: new Uint32Array(this.#tables.label.length),
      },
      columns: {
        label: Uint32Array.from(this.#columns.label),
        flags: Uint8Array.from(this.#columns.flags),
        lock: Uint16Array.from(this.#columns.lock),
      },
    };
  }
}

/** Distinct pairs of names, each pair at one place. */
class LabelList {
  readonly names: string[] = [];
  readonly destinations: string[] = [];
  readonly #places = new Map<string, Map<string, number>>();

  place(name: string, destination: string): number {
    let own = this.#places.get(name);
    if (!own) {
      own = new Map();
      this.#places.set(name, own);
    }
    let place = own.get(destination);
    if (place === undefined) {
      place = this.names.push(name) - 1;
      this.destinations.push(destination);
      own.set(destination, place);
    }
    return place;
  }
}

class LockList {
  /** Place 0 is no lock. */
  readonly locks: Lock[] = [{ code: "", reason: "" }];
  readonly #places = new Map<string, number>();

  place(
    settings: Table["enabled_patch_settings"] | Column["enabled_patch_settings"] | null | undefined,
  ): number {
    if (settings?.allowed !== false) return 0;
    const lock = { code: settings.reason_code ?? "", reason: settings.reason ?? "" };
    const key = JSON.stringify(lock);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.locks.length < MOST_LOCKS ? this.locks.push(lock) - 1 : MOST_LOCKS - 1;
      this.#places.set(key, place);
    }
    return place;
  }
}

/** As many as a tree's places of locks can tell apart. */
const MOST_LOCKS = 0x1_0000;

function placeIn(list: string[], value: string): number {
  const known = list.indexOf(value);
  return known >= 0 ? known : list.push(value) - 1;
}
