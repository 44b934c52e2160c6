import { accountRows } from "@/lib/contract/account-rows";
import { approvalRows } from "@/lib/contract/approval-rows";
import { connectionRows } from "@/lib/contract/connection-rows";
import type { Endpoint } from "@/lib/contract/endpoint";
import { schemaRows } from "@/lib/contract/schema-rows";
import { webhookRows } from "@/lib/contract/webhook-rows";

/**
 * Every Fivetran endpoint we use, once, by its operationId in the OpenAPI document. The server client, the
 * proxy route, the browser's types and the sandbox's handlers all follow from it.
 */
export const table = { ...accountRows, ...connectionRows, ...schemaRows, ...approvalRows, ...webhookRows };

export type Table = typeof table;
export type Operation = keyof Table;

export const operations = Object.keys(table) as Operation[];

/** The row of an operation, with its literal types widened for code that serves any row. */
export function rowOf(operation: Operation): Endpoint {
  return table[operation] as unknown as Endpoint;
}
