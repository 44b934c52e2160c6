import "server-only";
import { fivetran } from "@/lib/fivetran/client";
import type { AccountStatus, UpstreamCondition } from "@/lib/model/snapshot";
import { singleton } from "@/lib/singleton";
import { planPolling } from "@/lib/sync/budget";
import type { Memory } from "@/lib/sync/memory";

/** What start-up says about the upstream, and what the poller of this process says about itself. */
export interface PollerFacts {
  upstream: AccountStatus["upstream"];
  poll_ms: number | undefined;
  next_sweep_at: number | null;
  /** How the instance that polls does it where this one follows; null where it polls itself. */
  leader: Pick<AccountStatus["poller"], "interval_ms" | "budget_per_hour"> | null;
  /** Little is left of the quota: only people ask. */
  resting: boolean;
  /** Pages read of a sweep that runs. */
  progress: { done: number; total: number | null } | null;
  /** Since when this console's own database does not do what it has to, and why. */
  store_failing: AccountStatus["store_failing"];
  /** Webhooks of this console that somebody else, or Fivetran, has switched off. */
  webhooks_off: number;
  /** Alerts that are open. */
  alerts_open: number;
  /** Since when sweeps have been failing, and why the last one did. */
  failing: { since: number; message: string } | null;
}

export const pollerFacts = (): PollerFacts =>
  singleton("poller-facts", () => ({
    upstream: { url: "", name: "Fivetran", notice: null },
    poll_ms: undefined,
    next_sweep_at: null,
    leader: null,
    resting: false,
    progress: null,
    store_failing: null,
    webhooks_off: 0,
    alerts_open: 0,
    failing: null,
  }));

/** The plan that holds now, from the account's size and quota. */
export function presentPlan({ rows }: Memory) {
  return planPolling(fivetran().quota().limit, Math.ceil(rows.size / 1000), pollerFacts().poll_ms);
}

export function statusOf(copy: Memory, now = Date.now()): AccountStatus {
  const facts = pollerFacts();
  const { interval_ms, budget_per_hour } = facts.leader ?? presentPlan(copy);
  return {
    upstream: facts.upstream,
    account: copy.account,
    access: {
      connections: copy.rows.size,
      groups: copy.groups.length,
      destinations: copy.destinations,
      denied: copy.denied,
    },
    quota: fivetran().quota(),
    condition: conditionOf(copy, facts),
    poller: {
      swept_at: copy.swept_at,
      sweep_ms: copy.sweep_ms,
      interval_ms,
      next_sweep_at: facts.next_sweep_at,
      budget_per_hour,
      resting: facts.resting,
      elsewhere: facts.leader !== null,
    },
    store_failing: facts.store_failing,
    webhooks_off: facts.webhooks_off,
    alerts_open: facts.alerts_open,
    now,
    version: copy.version,
  };
}

function conditionOf(copy: Memory, { failing, progress, next_sweep_at }: PollerFacts): UpstreamCondition {
  const condition = fivetran().condition();
  if (condition.state === "unreachable") return { ...condition, next_try_at: next_sweep_at };
  if (condition.state !== "ok") return condition;
  if (failing) {
    return { state: "unreachable", ...failing, next_try_at: next_sweep_at, refused_since: null };
  }
  if (copy.swept_at === null) return { state: "starting", ...(progress ?? { done: 0, total: null }) };
  return condition;
}
