import "server-only";
import { type BlockList, isIP } from "node:net";
import { resolve } from "node:path";
import { AppError } from "@/lib/errors";
import { isNetwork, networksOf } from "@/lib/networks";
import { singleton } from "@/lib/singleton";
import { z } from "@/lib/zod";

type Variables = Record<string, string | undefined>;

export interface Env {
  upstream: {
    mode: "real" | "sandbox";
    /** Ends in `/v1`; null for the built-in sandbox, whose URL is known once it listens. */
    base_url: string | null;
    key: string;
    secret: string;
  };
  host: string;
  port: number;
  /** Absolute. */
  data_dir: string;
  database_url: string | null;
  log_level: (typeof LOG_LEVELS)[number];
  reset_sandbox: boolean;
  sandbox: {
    connections?: number;
    tables?: number;
    columns?: number;
    speed: number;
    seed?: number;
    quota: "trial" | "standard" | "off";
    /** Path of a JSON account that replaces the built-in one; absolute. */
    account?: string;
  };
  /** Host names that requests may carry; an entry without a port stands for every port. */
  allowed_hosts: string[];
  /** Where Fivetran's webhooks reach this console, as an https origin without a slash at its end. */
  public_url: string | null;
  poll_ms?: number;
  /** For how many days a record is kept, where the operator said so. */
  keep_days: ReadonlyMap<KeptRecord, number>;
  /** Private networks that alerts may be sent to. */
  alert_networks: BlockList;
}

/** The records that may be kept for longer or shorter than usual. */
const KEPT_RECORDS = [
  "audit",
  "observations",
  "schema_revisions",
  "setup_test_runs",
  "state_changes",
  "syncs",
] as const;
export type KeptRecord = (typeof KEPT_RECORDS)[number];
/** Pages show 13 weeks. */
const LEAST_DAYS = 100;
const MOST_DAYS = 36_500;

const FIVETRAN = "https://api.fivetran.com/v1";
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
const HOST_NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));

const variables = z.object({
  FIVETRAN_API_KEY: z.string().optional(),
  FIVETRAN_API_SECRET: z.string().optional(),
  FIVETRAN_API_URL: z
    .string()
    .refine(
      isApiUrl,
      "must be an http or https address that ends in /v1, such as https://api.fivetran.com/v1",
    )
    .optional(),
  HOST: z
    .string()
    .refine((host) => isIP(host) > 0 || HOST_NAME.test(host), "must be a host name or an IP address")
    .default("127.0.0.1"),
  PORT: whole(0, 65_535).default(3000),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
  HEADGATE_ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^[^/@]+$/, "must list host names, separated by commas")))
    .default([]),
  HEADGATE_PUBLIC_URL: z
    .string()
    .refine(isPublicUrl, "must be an https address without a path, such as https://headgate.example.com")
    .transform((url) => new URL(url).origin)
    .optional(),
  HEADGATE_KEEP_DAYS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine(
      (list) => list.every((it) => keptRecord(it) !== null),
      `must list records and days, from ${LEAST_DAYS} to ${MOST_DAYS}, such as syncs=800,audit=3650; records are ${KEPT_RECORDS.join(", ")}`,
    )
    .default([]),
  HEADGATE_POLL_MS: whole(100, 86_400_000).optional(),
  HEADGATE_ALERT_NETWORKS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().refine(isNetwork, "must list IP addresses or networks such as 10.1.0.0/16")))
    .default([]),
  HEADGATE_RESET_SANDBOX: z.enum(["0", "1"], "must be 0 or 1").default("0"),
  HEADGATE_SANDBOX_CONNECTIONS: whole(0, 50_000).optional(),
  HEADGATE_SANDBOX_TABLES: whole(1, 100_000).optional(),
  HEADGATE_SANDBOX_COLUMNS: whole(1, 10_000).optional(),
  HEADGATE_SANDBOX_SPEED: z
    .string()
    .transform(Number)
    .pipe(z.number("must be a number").positive("must be above 0").max(1e6, "must be at most 1000000"))
    .default(1),
  HEADGATE_SANDBOX_SEED: whole(0, Number.MAX_SAFE_INTEGER).optional(),
  HEADGATE_SANDBOX_QUOTA: z
    .enum(["trial", "standard", "off"], "must be one of trial, standard, off")
    .default("standard"),
  HEADGATE_SANDBOX_ACCOUNT: z.string().optional(),
});

function keptRecord(text: string): [KeptRecord, number] | null {
  const [, name, days] = /^([a-z_]+)=(\d{1,6})$/.exec(text) ?? [];
  const record = KEPT_RECORDS.find((it) => it === name);
  return record && Number(days) >= LEAST_DAYS && Number(days) <= MOST_DAYS ? [record, Number(days)] : null;
}

function isApiUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare = !url.username && !url.password && !url.search && !url.hash;
  return bare && /^https?:$/.test(url.protocol) && url.pathname.endsWith("/v1");
}

function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const bare = !url.username && !url.password && !url.search && !url.hash && url.pathname === "/";
  return bare && url.protocol === "https:";
}

/** Whether a server that listens on `host` is out of reach for other machines. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * The environment as the rest of the server reads it. An empty variable counts as absent.
 * Throws AppError `invalid` whose message is one sentence naming every bad variable, never its value.
 */
export function parseEnv(source: Variables): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse({
    ...set,
    FIVETRAN_API_KEY: set.FIVETRAN_API_KEY ?? set.FIVETRAN_APIKEY,
    FIVETRAN_API_SECRET: set.FIVETRAN_API_SECRET ?? set.FIVETRAN_APISECRET,
  });
  if (!parsed.success) {
    const faults = new Map(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    throw new AppError("invalid", `${[...faults].map(([name, fault]) => `${name} ${fault}`).join("; ")}.`);
  }
  const it = parsed.data;
  return {
    upstream: upstreamOf(it),
    host: it.HOST,
    port: it.PORT,
    data_dir: resolve(/* turbopackIgnore: true */ it.DATA_DIR),
    database_url: it.DATABASE_URL ?? null,
    log_level: it.LOG_LEVEL,
    reset_sandbox: it.HEADGATE_RESET_SANDBOX === "1",
    sandbox: {
      connections: it.HEADGATE_SANDBOX_CONNECTIONS,
      tables: it.HEADGATE_SANDBOX_TABLES,
      columns: it.HEADGATE_SANDBOX_COLUMNS,
      speed: it.HEADGATE_SANDBOX_SPEED,
      seed: it.HEADGATE_SANDBOX_SEED,
      quota: it.HEADGATE_SANDBOX_QUOTA,
      account:
        it.HEADGATE_SANDBOX_ACCOUNT && resolve(/* turbopackIgnore: true */ it.HEADGATE_SANDBOX_ACCOUNT),
    },
    allowed_hosts: allowedHosts(it.HOST, it.HEADGATE_ALLOWED_HOSTS),
    public_url: it.HEADGATE_PUBLIC_URL ?? null,
    poll_ms: it.HEADGATE_POLL_MS,
    keep_days: new Map(it.HEADGATE_KEEP_DAYS.map(keptRecord).filter((one) => one !== null)),
    alert_networks: networksOf(it.HEADGATE_ALERT_NETWORKS),
  };
}

function upstreamOf(it: z.infer<typeof variables>): Env["upstream"] {
  const key = it.FIVETRAN_API_KEY;
  const secret = it.FIVETRAN_API_SECRET;
  if (!key && !secret) {
    if (it.FIVETRAN_API_URL) {
      throw new AppError(
        "invalid",
        "FIVETRAN_API_URL needs FIVETRAN_API_KEY and FIVETRAN_API_SECRET beside it.",
      );
    }
    return { mode: "sandbox", base_url: null, key: "sandbox", secret: "sandbox" };
  }
  if (!key || !secret) {
    const missing = key ? "FIVETRAN_API_SECRET" : "FIVETRAN_API_KEY";
    throw new AppError("invalid", `${missing} is missing: Fivetran's key and secret only work together.`);
  }
  if (!isLoopback(it.HOST)) {
    throw new AppError(
      "invalid",
      "HOST must be a loopback address (127.0.0.1) while a Fivetran key is set: Headgate has no sign-in yet, so anyone who reached it could use your account.",
    );
  }
  return { mode: "real", base_url: it.FIVETRAN_API_URL ?? FIVETRAN, key, secret };
}

function allowedHosts(host: string, extra: string[]): string[] {
  const own = host === "0.0.0.0" || host === "::" ? [] : [isIP(host) === 6 ? `[${host}]` : host];
  return [
    ...new Set(["localhost", "127.0.0.1", "[::1]", ...own, ...extra].map((name) => name.toLowerCase())),
  ];
}

/** This process's environment, parsed once. Throws as `parseEnv` does. */
export const env = (): Env => singleton("env", () => parseEnv(process.env));

/** True under `next dev`, whose overlay needs looser rules than the production build. */
export const isDevelopment = process.env.NODE_ENV === "development";

/** How often a test repeats: `usual` in `npm test`, `soak` in `npm run soak`. */
export function rounds(usual: number, soak: number): number {
  return process.env.HEADGATE_SOAK === "1" ? soak : usual;
}

/** Path of Fivetran's OpenAPI document for the tests that compare with it, or null where there is none. */
export const openapiPath = (): string | null => process.env.FIVETRAN_OPENAPI?.trim() || null;
