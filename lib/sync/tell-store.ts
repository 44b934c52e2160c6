import "server-only";
import type { AppError } from "@/lib/errors";
import { accountChanged } from "@/lib/sync/account-event";
import { pollerFacts } from "@/lib/sync/account-status";

/** Tells pages why this console's own database does not do what it has to, since when it is first told; null: it does. */
export function tellStore(failure: AppError | null, now: number): void {
  const facts = pollerFacts();
  const before = facts.store_failing;
  if (failure === null && before === null) return;
  facts.store_failing = failure && { since: before?.since ?? now, message: failure.message };
  accountChanged();
}
