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

interface Item {
  seen?: Seen | undefined;
  fields: Map<SchemaField, Change<FieldValue>>;
  items: Map<string, Item>;
}

/** Changes being put together field by field; items come in the order in which they were first named. */
export class ChangeList {
  readonly #root: Item = { fields: new Map(), items: new Map() };

  /** The change of a field so far. */
  get(path: SchemaPath, field: SchemaField): Change<FieldValue> | undefined {
    return this.#item(path).fields.get(field);
  }

  set(path: SchemaPath, field: SchemaField, change: Change<FieldValue>): void {
    this.#item(path).fields.set(field, change);
  }

  delete(path: SchemaPath, field: SchemaField): void {
    this.#item(path).fields.delete(field);
  }

  see(path: SchemaPath, seen: Seen | undefined): void {
    this.#item(path).seen = seen;
  }

  /** What was put in, without items of which nothing is told. */
  changes(): SchemaChanges {
    const policy = this.#root.fields.get("schema_change_handling") as
      | SchemaChanges["schema_change_handling"]
      | undefined;
    return { ...(policy && { schema_change_handling: policy }), schemas: listed(this.#root, "tables") };
  }

  #item(path: SchemaPath): Item {
    let item = this.#root;
    for (const name of path) {
      if (name === undefined) break;
      let next = item.items.get(name);
      if (!next) {
        next = { fields: new Map(), items: new Map() };
        item.items.set(name, next);
      }
      item = next;
    }
    return item;
  }
}

function listed(item: Item, below: "tables" | "columns" | null): SchemaChange[] {
  const list: (SchemaChange & TableChange & ColumnChange)[] = [];
  for (const [name, own] of item.items) {
    const inner = below ? listed(own, below === "tables" ? "columns" : null) : [];
    if (!own.seen && own.fields.size === 0 && inner.length === 0) continue;
    list.push({
      name,
      ...(own.seen && { seen: own.seen }),
      // Fields were put in by the kind of item that has them.
      ...(Object.fromEntries(own.fields) as Partial<ColumnChange & TableChange>),
      ...(below && inner.length > 0 && { [below]: inner }),
    });
  }
  return list;
}
