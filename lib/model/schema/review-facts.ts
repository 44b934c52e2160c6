import { countOf, figure, listOf } from "@/lib/model/names";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { policyFacts } from "@/lib/model/schema/policy-facts";
import type { SchemaChanges, SchemaPath } from "@/lib/model/schema/schema-changes";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { syncedTables } from "@/lib/model/schema/synced-tables";

/** Sentences about what changes bring. */
export interface ReviewFacts {
  /** What is certain. */
  costs: string[];
  /** What Fivetran does not say, or what cannot be seen from here. */
  unknown: string[];
}

export interface ReviewedChange {
  /** Before the changes, which are bound to it. */
  tree: SchemaTree;
  changes: SchemaChanges;
  /** The destination by name; "the destination" if it is not known. */
  destination: string;
  /** Whether the connector type re-syncs single tables; null where its notes are not known. */
  supports_table_resync: boolean | null;
  /** Whether a sync is running now; null if not known. */
  syncing: boolean | null;
}

/**
 * What changes of a schema config bring, in plain words, the certain apart from the rest. That a table which is included
 * again is read in full: D: connectors/troubleshooting/excluded-table-re-sync. That an edit cancels the sync that runs:
 * X: DataHub tests/integration/fivetran.
 */
export function reviewFacts(reviewed: ReviewedChange): ReviewFacts {
  const { tree, changes, destination, syncing } = reviewed;
  const counts = changeCounts(changes);
  const { start, stop, idle_columns } = syncedTables(tree, changes);
  const costs: string[] = [];
  const unknown: string[] = [];

  if (counts.unhashed > 0) {
    costs.push(`${countOf(counts.unhashed, "column")} will load in clear, from the next sync on.`);
    unknown.push(
      `Fivetran does not say what becomes of hashed rows already in ${destination}. Expect them to stay hashed until a re-sync.`,
    );
  }
  const policy = policyFacts(tree, changes);
  costs.push(...policy.costs);
  unknown.push(...policy.unknown);
  if (start.length > 0) tellStart(start, reviewed.supports_table_resync, { costs, unknown });
  if (counts.hashed > 0) {
    unknown.push(
      `Fivetran does not say that hashing changes rows already in ${destination}. Expect them to keep their clear values until a re-sync.`,
    );
  }
  if (counts.columns_enabled > 0) {
    unknown.push(
      "Whether rows loaded before get values in columns that start now is not known. Expect them to stay empty until a re-sync.",
    );
  }
  if (counts.columns_disabled > 0) {
    costs.push(
      `What has been loaded of columns that stop stays in ${destination}, until the columns are dropped.`,
    );
  }
  if (stop.length > 0) {
    costs.push(`${countOf(stop.length, "table")} will stop syncing: ${named(stop)}.`);
    unknown.push(
      "What Fivetran does with rows already loaded of tables that stop is not said. To start them again is a historical sync.",
    );
  }
  if (counts.schemas_disabled > 0) {
    unknown.push(
      "That tables and columns of a schema keep their own switches while it is off is not documented.",
    );
  }
  if (counts.modes > 0) {
    unknown.push("Whether Fivetran reads a table again when its sync mode changes is not known.");
  }
  if (counts.keys > 0) {
    unknown.push(
      "Whether this connector type takes other primary keys, and then reads tables again, is not known.",
    );
  }
  if (idle_columns > 0) {
    costs.push(
      `${countOf(idle_columns, "changed column")} ${idle_columns === 1 ? "is" : "are"} in tables that do not sync, and will count once they do.`,
    );
  }
  if (syncing) costs.push("A sync is running. The edit cancels it.");
  if (syncing === null)
    unknown.push("Whether a sync is running is not known. If one is, the edit cancels it.");
  return { costs, unknown };
}

function tellStart(start: readonly SchemaPath[], byTable: boolean | null, facts: ReviewFacts): void {
  const one = start.length === 1;
  if (byTable === false) {
    facts.costs.push(
      `A historical sync of the whole connection. This connector type cannot re-sync single tables, so to include ${named(start)} Fivetran reads everything again.`,
    );
    facts.unknown.push("How many rows the connection has, and so how long that takes, is not known here.");
    return;
  }
  if (byTable) {
    facts.costs.push(
      one
        ? `1 historical sync. Fivetran reads all of ${named(start)}.`
        : `${figure(start.length)} historical syncs. Fivetran reads all of ${named(start)}.`,
    );
  } else {
    facts.costs.push(`A historical sync, to include ${named(start)}.`);
    facts.unknown.push(
      "Whether this connector type re-syncs single tables is not known. If not, Fivetran reads the whole connection again.",
    );
  }
  facts.unknown.push(
    `How many rows ${one ? "it has" : "they have"}, and so how long that takes, is not known here.`,
  );
}

const FEW = 3;

function named(paths: readonly SchemaPath[]): string {
  const few = paths.slice(0, FEW).map((path) => path.join("."));
  return listOf(paths.length > FEW ? [...few, `${figure(paths.length - FEW)} more`] : few);
}
