import type { SchemaChangeHandling } from "@/lib/model/schema/schema-tree";

/** Fivetran's three policies: what becomes of schemas, tables and columns that appear at the source. */
export const POLICIES: readonly { value: SchemaChangeHandling; name: string; means: string }[] = [
  { value: "ALLOW_ALL", name: "Allow all", means: "New schemas, tables and columns are synced." },
  {
    value: "ALLOW_COLUMNS",
    name: "Allow columns",
    means: "New schemas and tables stay off; new columns of synced tables are synced.",
  },
  {
    value: "BLOCK_ALL",
    name: "Block all",
    means: "New schemas, tables and columns stay off, apart from keys and system columns.",
  },
];

export const policyName = (policy: string): string =>
  POLICIES.find(({ value }) => value === policy)?.name ?? policy;
