import { operations } from "@/lib/contract/table";
import { z } from "@/lib/zod";

const ms = z.number().int().min(0).max(3_600_000);

/** How an answer goes wrong. */
export const Fault = z.discriminatedUnion("kind", [
  /** 429; `retry_after` is what the header holds: seconds, an HTTP date that far ahead, nothing, or nonsense. */
  z.strictObject({
    kind: z.literal("rate_limit"),
    retry_after: z.enum(["seconds", "date", "absent", "garbage"]).default("seconds"),
    seconds: z.number().int().min(1).max(86_400).default(1),
  }),
  /** Any JSON error, 500 InternalError when nothing else is said. */
  z.strictObject({
    kind: z.literal("error"),
    status: z.number().int().min(400).max(599).default(500),
    code: z.string().min(1).default("InternalError"),
    message: z.string().min(1).default("An internal error occurred"),
  }),
  z.strictObject({ kind: z.literal("bad_gateway_html") }),
  z.strictObject({ kind: z.literal("empty") }),
  z.strictObject({ kind: z.literal("half_body") }),
  z.strictObject({
    kind: z.literal("slow_body"),
    bytes_per_second: z.number().int().min(1).max(1_000_000).default(1),
  }),
  z.strictObject({ kind: z.literal("reset") }),
  /** The call takes place, its answer never arrives. */
  z.strictObject({ kind: z.literal("lost_answer") }),
  z.strictObject({
    kind: z.literal("redirect"),
    status: z.union([z.literal(301), z.literal(302), z.literal(307), z.literal(308)]).default(307),
    location: z.string().min(1).default("https://example.invalid/v1"),
  }),
  z.strictObject({ kind: z.literal("delay"), ms }),
  /** After each write, reads show the account from before it, for so many reads or so long. */
  z.strictObject({
    kind: z.literal("stale_reads"),
    reads: z.number().int().min(1).optional(),
    ms: ms.optional(),
  }),
]);
export type Fault = z.infer<typeof Fault>;

export const FaultRule = z.strictObject({
  match: z
    .strictObject({
      method: z
        .string()
        .transform((method) => method.toUpperCase())
        .optional(),
      /** Relative to /v1, e.g. `/connections/*`: `*` is one segment, `**` the rest. */
      path: z.string().startsWith("/").optional(),
      operation: z.enum(operations as [string, ...string[]]).optional(),
    })
    .default({}),
  /** How often the rule applies; absent means always. */
  times: z.number().int().min(1).optional(),
  /** How many fitting calls pass unharmed before. */
  after: z.number().int().min(0).default(0),
  fault: Fault,
});
export type FaultRule = z.infer<typeof FaultRule>;

interface Armed {
  rule: FaultRule;
  applied: number;
  passed: number;
}

export interface Target {
  method: string;
  /** Raw, relative to /v1. */
  path: string;
  operation: string | null;
}

/** The rules in force, the first that fits a call first. Stale reads are asked for by their own method. */
export class Faults {
  #armed: Armed[] = [];

  set(rules: readonly FaultRule[]): void {
    this.#armed = rules.map((rule) => ({ rule, applied: 0, passed: 0 }));
  }

  list(): (FaultRule & { applied: number })[] {
    return this.#armed.map(({ rule, applied }) => ({ ...rule, applied }));
  }

  /** The fault of this call, counted as applied; null when it goes well. */
  take(target: Target): Fault | null {
    for (const armed of this.#armed) {
      const { rule } = armed;
      if (rule.fault.kind === "stale_reads" || !fits(rule, target)) continue;
      if (armed.passed < rule.after) {
        armed.passed += 1;
        continue;
      }
      if (rule.times !== undefined && armed.applied >= rule.times) continue;
      armed.applied += 1;
      return rule.fault;
    }
    return null;
  }

  /** The rule that makes reads stale after this write, if there is one. */
  staleAfter(target: Target): Extract<Fault, { kind: "stale_reads" }> | null {
    for (const armed of this.#armed) {
      const { rule } = armed;
      if (rule.fault.kind !== "stale_reads" || !fits(rule, target)) continue;
      if (rule.times !== undefined && armed.applied >= rule.times) continue;
      armed.applied += 1;
      return rule.fault;
    }
    return null;
  }
}

function fits({ match }: FaultRule, target: Target): boolean {
  if (match.method !== undefined && match.method !== target.method) return false;
  if (match.operation !== undefined && match.operation !== target.operation) return false;
  return match.path === undefined || fitsPattern(match.path, target.path);
}

function fitsPattern(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const found = path.split("/");
  for (const [at, part] of wanted.entries()) {
    if (part === "**") return true;
    if (at >= found.length || (part !== "*" && part !== found[at])) return false;
  }
  return wanted.length === found.length;
}
