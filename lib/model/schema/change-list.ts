import type { FieldValue, Seen } from "@/lib/model/schema/change-fields";
import type {
  Change,
  ColumnChange,
  SchemaChange,
  SchemaChanges,
  SchemaField,
  SchemaPath,
  TableChange,
} from "@/lib/model/schema/schema-changes";

/** An item with its fields beside one another: a hundred thousand with a map each would take half a second. */
interface Item {
  seen: Seen | undefined;
  schema_change_handling: Change<FieldValue> | undefined;
  enabled: Change<FieldValue> | undefined;
  sync_mode: Change<FieldValue> | undefined;
  hashed: Change<FieldValue> | undefined;
  is_primary_key: Change<FieldValue> | undefined;
  items: Map<string, Item> | null;
}

/** Changes being put together field by field; items come in the order in which they were first named. */
export class ChangeList {
  readonly #root = emptyItem();
  /** The table that was asked for last: its columns mostly follow. */
  #last: { schema: string; table: string; item: Item } | null = null;

  /** The change of a field so far. */
  get(path: SchemaPath, field: SchemaField): Change<FieldValue> | undefined {
    return this.#find(path)?.[field];
  }

  set(path: SchemaPath, field: SchemaField, change: Change<FieldValue>): void {
    this.#item(path)[field] = change;
  }

  delete(path: SchemaPath, field: SchemaField): void {
    const item = this.#find(path);
    if (item) item[field] = undefined;
  }

  see(path: SchemaPath, seen: Seen | undefined): void {
    this.#item(path).seen = seen;
  }

  /** What was put in, without items of which nothing is told. */
  changes(): SchemaChanges {
    const policy = this.#root.schema_change_handling as SchemaChanges["schema_change_handling"] | undefined;
    return { ...(policy && { schema_change_handling: policy }), schemas: listed(this.#root, "tables") };
  }

  #find([schema, table, column]: SchemaPath): Item | undefined {
    if (schema === undefined) return this.#root;
    if (table === undefined) return this.#root.items?.get(schema);
    let own: Item | undefined;
    if (this.#last?.schema === schema && this.#last.table === table) own = this.#last.item;
    else own = this.#root.items?.get(schema)?.items?.get(table);
    return column === undefined ? own : own?.items?.get(column);
  }

  #item([schema, table, column]: SchemaPath): Item {
    if (schema === undefined) return this.#root;
    if (table === undefined) return within(this.#root, schema);
    if (this.#last?.schema !== schema || this.#last.table !== table) {
      this.#last = { schema, table, item: within(within(this.#root, schema), table) };
    }
    return column === undefined ? this.#last.item : within(this.#last.item, column);
  }
}

const emptyItem = (): Item => ({
  seen: undefined,
  schema_change_handling: undefined,
  enabled: undefined,
  sync_mode: undefined,
  hashed: undefined,
  is_primary_key: undefined,
  items: null,
});

function within(item: Item, name: string): Item {
  item.items ??= new Map();
  let own = item.items.get(name);
  if (!own) {
    own = emptyItem();
    item.items.set(name, own);
  }
  return own;
}

type AnyChange = SchemaChange & TableChange & ColumnChange;

function listed(item: Item, below: "tables" | "columns" | null): SchemaChange[] {
  const list: AnyChange[] = [];
  for (const [name, own] of item.items ?? []) {
    const { seen, enabled, sync_mode, hashed, is_primary_key } = own;
    const inner = below && own.items ? listed(own, below === "tables" ? "columns" : null) : [];
    if (!seen && !enabled && !sync_mode && !hashed && !is_primary_key && inner.length === 0) continue;
    // Fields were put in by the kind of item that has them.
    const change = { name } as AnyChange;
    if (seen) change.seen = seen;
    if (enabled) change.enabled = enabled as Change<boolean>;
    if (sync_mode) change.sync_mode = sync_mode as Change<string>;
    if (hashed) change.hashed = hashed as Change<boolean>;
    if (is_primary_key) change.is_primary_key = is_primary_key as Change<boolean>;
    if (below && inner.length > 0) change[below] = inner;
    list.push(change);
  }
  return list;
}
