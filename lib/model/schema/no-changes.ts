import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/** Apart from the schema of changes, which brings zod with it. */
export const NO_CHANGES: SchemaChanges = { schemas: [] };
