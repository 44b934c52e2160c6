import type { Clock } from "@/lib/sandbox/clock";
import type { SandboxOptions } from "@/lib/sandbox/options";
import { readAccountFile } from "@/lib/sandbox/seed/account-file";
import { builtInAccount } from "@/lib/sandbox/seed/built-in-account";
import { addLargeSchema } from "@/lib/sandbox/seed/large-schema";
import type { SandboxState } from "@/lib/sandbox/state";

/** The account a sandbox starts with, the same for the same options but for the present time. */
export function seedAccount(options: SandboxOptions, clock: Clock): SandboxState {
  const seed = options.seed ?? 1;
  const state = options.account
    ? readAccountFile(options.account, seed, clock)
    : builtInAccount(seed, clock, options.connections);
  if (options.tables !== undefined || options.columns !== undefined) {
    addLargeSchema(state, clock, { tables: options.tables ?? 1000, columns: options.columns ?? 100 });
  }
  return state;
}
