"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { ColumnLoad, ColumnLoads } from "@/components/schema-editor/column-load";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { type SchemaTree, schemaName, tableName } from "@/lib/model/schema/schema-tree";
import { messageOf } from "@/lib/queries/api-error";
import { tableColumns } from "@/lib/queries/schema";

/** Reads the columns of single tables into the editor, and what is going on with each. */
export function useColumnLoads(
  connectionId: string,
  editor: SchemaEditor,
): [loads: ColumnLoads, load: (table: number) => void] {
  const client = useQueryClient();
  const [kept, setKept] = useState(() => ({ tables: editor.tree.tables.label, loads: NONE }));
  const tables = editor.tree.tables.label;
  const loads = sameTables(kept.tables, tables) ? kept.loads : NONE;
  const load = useCallback(
    (table: number) => {
      const { tree } = editor;
      const note = (load: ColumnLoad | null) =>
        setKept((before) => {
          const next = new Map(sameTables(before.tables, tree.tables.label) ? before.loads : NONE);
          if (load) next.set(table, load);
          else next.delete(table);
          return { tables: tree.tables.label, loads: next };
        });
      const [schema, name] = namesOf(tree, table);
      note({ state: "loading" });
      client.fetchQuery({ ...tableColumns(connectionId, schema, name), staleTime: 0 }).then(
        (answer) => {
          editor.withColumns(answer);
          note(null);
        },
        (error: unknown) => note({ state: "failed", reason: messageOf(error) }),
      );
    },
    [client, connectionId, editor],
  );
  return [loads, load];
}

const NONE: ColumnLoads = new Map();

/** Places of tables stay when columns arrive, and move when Fivetran's tables are others. */
const sameTables = (one: Uint32Array, other: Uint32Array): boolean =>
  one === other || (one.length === other.length && one.every((label, at) => label === other[at]));

/** Schema and name of a table, by its place. */
export const namesOf = (tree: SchemaTree, table: number): [schema: string, table: string] => [
  schemaName(tree, tree.tables.schema[table] ?? 0),
  tableName(tree, table),
];
