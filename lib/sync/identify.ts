import "server-only";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import type { Sweeper } from "@/lib/fivetran/quota";
import type { Account } from "@/lib/model/account";
import { store } from "@/lib/store/db";
import { keyDigest, knownUpstream, lastUpstream, rememberUpstream, setUpstream } from "@/lib/store/upstream";
import { turnTo } from "@/lib/sync/catch-up";

/** How this process's upstream is told from others: by address and key, then by the account behind them. */
export interface Identity {
  /** The API's address, or a fixed name where the address changes with each start. */
  url: string;
  key: string;
}

/** Turns to the account this key opened last time, so that pages have data before Fivetran answers. */
export async function recall({ url, key }: Identity): Promise<void> {
  const { db } = await store();
  const known = await lastUpstream(db, url, key);
  setUpstream(known?.id ?? null);
  await turnTo(known?.id ?? null);
}

/**
 * Asks Fivetran whose key this is and turns to that account. A key that may not ask stands for an account of its own.
 * @throws AppError as the client does
 */
export async function identify(
  { url, key }: Identity,
  signal?: AbortSignal,
  as: Sweeper = "poller",
): Promise<number> {
  const account = await fivetran()
    .call("get_account_info", { as, signal })
    .catch((error: unknown): Account => {
      if (error instanceof AppError && error.code === "forbidden") {
        return { account_id: `key ${keyDigest(key)}`, account_name: null };
      }
      throw error;
    });
  const { db } = await store();
  const row = await rememberUpstream(db, {
    url,
    key,
    account_id: account.account_id,
    account_name: account.account_name ?? null,
    key_kind: keyKindOf(account),
  });
  if (row.id !== knownUpstream()) {
    setUpstream(row.id);
    await turnTo(row.id);
  }
  return row.id;
}

function keyKindOf(account: Account): "scoped" | "system" | "unknown" {
  if (account.user_id) return "scoped";
  return account.system_key_id ? "system" : "unknown";
}
