import type { ComposedSchema, SourceRecipe } from "@/lib/sandbox/source/compose-source";
import { composeColumn } from "@/lib/sandbox/source/source-column";
import { composeTable } from "@/lib/sandbox/source/source-table";

const COLUMNS = [
  "_file",
  "_line",
  "_modified",
  "_fivetran_synced",
  "order_number",
  "customer_email",
  "article",
  "quantity",
  "price",
];

/** Files land as one table of rows, keyed by file and line; the table is named after its table group. */
export function composeFiles({ service, schema }: SourceRecipe): ComposedSchema[] {
  const [name, table] = (schema ?? service).split(".");
  return [
    {
      name: name ?? service,
      tables: [
        composeTable({
          name: table ?? "files",
          columns: COLUMNS.map((column) =>
            composeColumn({ name: column, is_primary_key: column === "_file" || column === "_line" }),
          ),
        }),
      ],
    },
  ];
}
