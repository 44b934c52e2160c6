import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { AppError } from "@/lib/errors";
import { type Deliveries, parseDeliveries } from "@/lib/sandbox/delivery";
import { QUOTAS } from "@/lib/sandbox/quota";
import { z } from "@/lib/zod";

/** What a sandbox can be started with; all of it optional. */
export interface SandboxOptions {
  /** 0 picks a free one. */
  port?: number | undefined;
  /** Size of the built-in account. */
  connections?: number | undefined;
  /** With these a connection `large_schema` is added. */
  tables?: number | undefined;
  columns?: number | undefined;
  /** Sandbox seconds per real second; 0 stands still. */
  speed?: number | undefined;
  seed?: number | undefined;
  quota?: "trial" | "standard" | "off" | undefined;
  /** Path of a JSON account that takes the place of the built-in one. */
  account?: string | undefined;
  /** Whether the old `/connectors` addresses are served too. */
  aliases?: boolean | undefined;
  /** `NAME=URL`: what the sandbox delivers to https://NAME goes to URL. */
  deliver?: readonly string[] | undefined;
  /** Path of the file that keeps the account over restarts. */
  state_file?: string | undefined;
  /**
   * Where the pages of connect cards are: at the sandbox's own address, or below `/sandbox` of the origin that a card
   * leads back to, for a console that has the sandbox inside and shows its pages as its own.
   */
  card_pages?: "own" | "inside" | undefined;
  /** Start from the seed although a state file is there. */
  reset?: boolean | undefined;
  key?: string | undefined;
  secret?: string | undefined;
  /** Real time in epoch milliseconds, for tests. */
  realNow?: (() => number) | undefined;
  /** Waits so many real milliseconds, for tests. */
  wait?: ((ms: number) => Promise<void>) | undefined;
}

export type ResolvedOptions = SandboxOptions & {
  deliveries: Deliveries;
  port: number;
  quota: "trial" | "standard" | "off";
  aliases: boolean;
  reset: boolean;
  key: string;
  secret: string;
  realNow: () => number;
  wait: (ms: number) => Promise<void>;
};

const whole = (least: number, most: number) =>
  z
    .number()
    .int("must be a whole number")
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const Checked = z.object({
  port: whole(0, 65_535).optional(),
  connections: whole(0, 50_000).optional(),
  tables: whole(0, 100_000).optional(),
  columns: whole(1, 100_000).optional(),
  speed: z
    .number("must be a number")
    .min(0, "must not be negative")
    .max(1e6, "must be at most 1000000")
    .optional(),
  seed: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  quota: z.enum(QUOTAS, `must be one of ${QUOTAS.join(", ")}`).optional(),
});

/** Fills in the defaults. Throws AppError `invalid` with one sentence naming every bad option. */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  const checked = Checked.safeParse(options);
  if (!checked.success) {
    const faults = new Map(checked.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    throw new AppError("invalid", `${[...faults].map(([name, fault]) => `--${name} ${fault}`).join("; ")}.`);
  }
  if (options.account !== undefined && options.connections !== undefined) {
    throw new AppError("invalid", "--account and --connections exclude each other.");
  }
  return {
    ...options,
    deliveries: parseDeliveries(options.deliver ?? []),
    port: options.port ?? 0,
    quota: options.quota ?? "standard",
    aliases: options.aliases ?? true,
    reset: options.reset ?? false,
    key: options.key ?? "sandbox",
    secret: options.secret ?? "sandbox",
    realNow: options.realNow ?? Date.now,
    wait: options.wait ?? ((ms) => wait(ms, undefined, { ref: false })),
  };
}

const FLAGS = {
  port: { type: "string" },
  connections: { type: "string" },
  tables: { type: "string" },
  columns: { type: "string" },
  speed: { type: "string" },
  seed: { type: "string" },
  quota: { type: "string" },
  account: { type: "string" },
  aliases: { type: "string" },
  deliver: { type: "string", multiple: true },
  state: { type: "string" },
  reset: { type: "boolean" },
} as const;

/** The options of a command line. Throws AppError `invalid` with one sentence for what is wrong with it. */
export function parseCommandLine(args: readonly string[]): SandboxOptions {
  let values: { [K in keyof typeof FLAGS]?: string | boolean | string[] };
  try {
    ({ values } = parseArgs({ args: [...args], options: FLAGS, allowPositionals: false }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(/[.\n] ?/)[0] : "bad option";
    throw new AppError("invalid", `${reason}.`, { cause });
  }
  const { account, aliases, state, reset, quota, deliver, ...numbers } = values;
  if (aliases !== undefined && aliases !== "on" && aliases !== "off") {
    throw new AppError("invalid", "--aliases must be on or off.");
  }
  const read = Object.fromEntries(
    Object.entries(numbers).map(([name, text]) => [
      name,
      String(text).trim() === "" ? Number.NaN : Number(text),
    ]),
  );
  return {
    ...read,
    ...(quota !== undefined && { quota: quota as SandboxOptions["quota"] }),
    ...(typeof account === "string" && { account }),
    ...(typeof state === "string" && { state_file: state }),
    ...(Array.isArray(deliver) && { deliver }),
    aliases: aliases !== "off",
    reset: reset === true,
  };
}
