import type { Operation } from "@/lib/contract/table";
import type { Handlers } from "@/lib/sandbox/handler";
import { accountHandlers } from "@/lib/sandbox/handlers/account";
import { approvalHandlers } from "@/lib/sandbox/handlers/approvals";
import { connectionHandlers } from "@/lib/sandbox/handlers/connections";
import { destinationHandlers } from "@/lib/sandbox/handlers/destinations";
import { groupHandlers } from "@/lib/sandbox/handlers/groups";
import { metadataHandlers } from "@/lib/sandbox/handlers/metadata";
import { schemaHandlers } from "@/lib/sandbox/handlers/schemas";
import { syncHandlers } from "@/lib/sandbox/handlers/syncs";
import { webhookHandlers } from "@/lib/sandbox/handlers/webhooks";

/** One handler for each row of the table; a row without one does not compile. */
export const handlers: Handlers<Operation> = {
  ...accountHandlers,
  ...groupHandlers,
  ...destinationHandlers,
  ...connectionHandlers,
  ...syncHandlers,
  ...schemaHandlers,
  ...approvalHandlers,
  ...metadataHandlers,
  ...webhookHandlers,
};
