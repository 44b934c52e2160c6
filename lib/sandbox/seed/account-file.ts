import { readFileSync } from "node:fs";
import { AppError } from "@/lib/errors";
import { DAILY_SYNC_TIMES, SYNC_FREQUENCIES } from "@/lib/model/schedule";
import { destinationServiceOf, serviceOf } from "@/lib/sandbox/catalogue/service";
import { validateConfig } from "@/lib/sandbox/catalogue/validate-config";
import type { Clock } from "@/lib/sandbox/clock";
import { nameOf } from "@/lib/sandbox/connection-settings";
import { blankConnection } from "@/lib/sandbox/new-connection";
import { emptyAccount } from "@/lib/sandbox/seed/built-in-account";
import { approve } from "@/lib/sandbox/setup-test-run";
import { GOOD_CONDITIONS, SOURCE_FAULTS } from "@/lib/sandbox/source/source-fault";
import type { SandboxState } from "@/lib/sandbox/state";
import { startSync } from "@/lib/sandbox/sync-run";
import { World } from "@/lib/sandbox/world";
import { z } from "@/lib/zod";

const id = z.string().regex(/^[\w-]{1,64}$/, "must be 1 to 64 letters, digits, _ or -");
const time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const settings = z.record(z.string(), z.unknown());

const FileUser = z.strictObject({
  id,
  email: z.string().min(3),
  given_name: z.string().default(""),
  family_name: z.string().default(""),
  role: z.string().default("Account Administrator"),
});

const FileDestination = z.strictObject({
  service: z
    .string()
    .refine((service) => destinationServiceOf(service) !== undefined, "is no destination type"),
  region: z.string().default("AWS_US_EAST_1"),
  time_zone_offset: z
    .string()
    .regex(/^(?:0|-(?:[1-9]|1[01])|\+(?:[1-9]|1[0-2]))$/, "must be -11 to +12")
    .default("0"),
  daylight_saving_time_enabled: z.boolean().default(false),
  config: settings.default({}),
});

const FileConnection = z.strictObject({
  id,
  group_id: id,
  service: z.string().refine((service) => serviceOf(service) !== undefined, "is no connector type"),
  config: settings,
  auth: settings.optional(),
  created_at: time.optional(),
  paused: z.boolean().default(false),
  sync_frequency: z.literal(SYNC_FREQUENCIES).default(360),
  schedule_type: z.enum(["auto", "manual"]).default("auto"),
  daily_sync_time: z.enum(DAILY_SYNC_TIMES as [string, ...string[]]).optional(),
  setup_state: z.enum(["incomplete", "connected", "broken"]).default("connected"),
  succeeded_at: time.optional(),
  failed_at: time.optional(),
  syncing: z.boolean().default(false),
  faults: z.array(z.enum(SOURCE_FAULTS)).default([]),
});

/** The shape of an account file. All lists but groups and users may be left out. */
export const AccountFile = z.strictObject({
  account: z
    .strictObject({ account_id: id.default("sandbox_account"), account_name: z.string().default("Sandbox") })
    .default({ account_id: "sandbox_account", account_name: "Sandbox" }),
  users: z.array(FileUser).min(1, "needs at least one user"),
  groups: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1),
        created_at: time.optional(),
        destination: FileDestination.optional(),
      }),
    )
    .min(1, "needs at least one group"),
  connections: z.array(FileConnection).default([]),
});

/** The account of a file. Throws AppError `invalid` with one sentence that names the first bad place. */
export function readAccountFile(path: string, seed: number, clock: Clock): SandboxState {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const readable = cause instanceof SyntaxError ? "is not valid JSON" : "cannot be read";
    throw new AppError("invalid", `The account file ${path} ${readable}.`, { cause });
  }
  const parsed = AccountFile.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw bad(path, issue?.path.map(String).join(".") || "the top level", issue?.message ?? "is wrong");
  }
  return build(path, parsed.data, seed, clock);
}

function build(path: string, file: z.output<typeof AccountFile>, seed: number, clock: Clock): SandboxState {
  const now = clock.now();
  const state = emptyAccount(seed);
  const once = (id: string, where: string) => {
    const taken = [state.users, state.groups, state.connections].some((things) => things.has(id));
    if (taken) throw bad(path, where, `repeats the id '${id}'`);
  };
  for (const [at, user] of file.users.entries()) {
    once(user.id, `users.${at}`);
    state.users.set(user.id, user);
  }
  state.account = { ...file.account, user_id: file.users[0]?.id ?? "" };
  for (const [at, { destination, created_at = now, ...group }] of file.groups.entries()) {
    once(group.id, `groups.${at}`);
    state.groups.set(group.id, { ...group, created_at });
    if (!destination) continue;
    state.destinations.set(group.id, {
      id: group.id,
      group_id: group.id,
      ...destination,
      setup_status: "connected",
      networking_method: "Directly",
      private_link_id: null,
      proxy_agent_id: null,
      hybrid_deployment_agent_id: null,
      conditions: GOOD_CONDITIONS,
      fingerprints: [],
      certificates: [],
    });
  }
  const world = new World(state, clock);
  for (const [at, entry] of file.connections.entries()) {
    once(entry.id, `connections.${at}`);
    addConnection(path, world, entry, `connections.${at}`);
  }
  return state;
}

function addConnection(
  path: string,
  world: World,
  entry: z.output<typeof FileConnection>,
  where: string,
): void {
  const { faults, syncing, created_at, succeeded_at, failed_at, daily_sync_time, auth, ...own } = entry;
  if (!world.state.groups.has(own.group_id))
    throw bad(path, `${where}.group_id`, "names no group of the file");
  const issues = validateConfig(own.service, own.config, { partial: false });
  if (issues) throw bad(path, `${where}.config`, issues.map(({ message }) => message).join(", "));
  const now = world.now();
  const synced = succeeded_at ?? failed_at;
  const connection = {
    ...blankConnection({
      id: own.id,
      group_id: own.group_id,
      service: own.service,
      created_at: created_at ?? Math.min(now, synced ?? now),
      connected_by: world.state.account.user_id,
    }),
    ...own,
    auth: auth ?? null,
    schema: nameOf(own.service, own.config),
    daily_sync_time: own.sync_frequency === 1440 ? (daily_sync_time ?? null) : null,
    succeeded_at: succeeded_at ?? null,
    failed_at: failed_at ?? null,
    is_historical_sync: succeeded_at === undefined,
    networking_method: "Directly" as const,
    conditions: { ...GOOD_CONDITIONS, faults },
  };
  for (const other of world.state.connections.values()) {
    if (other.group_id === connection.group_id && other.schema === connection.schema) {
      throw bad(path, where, `repeats the name '${connection.schema}' in its group`);
    }
  }
  world.state.connections.set(connection.id, connection);
  if (own.setup_state !== "incomplete") {
    connection.consented_at = connection.created_at;
    const { trusted } = world.test(connection, { certificates: true, fingerprints: true });
    approve(world, connection, world.state.account.user_id, trusted);
  }
  if (own.setup_state === "broken") {
    const failure = world.failureOf(connection);
    connection.tasks = failure
      ? [failure]
      : [{ code: "reconnect", message: "The connection has to be set up again." }];
  }
  if (succeeded_at !== undefined) world.capture(connection);
  if (syncing && !own.paused) startSync(connection, now, world);
  else world.replan(connection);
}

function bad(path: string, where: string, what: string): AppError {
  return new AppError("invalid", `The account file ${path} is wrong at ${where}: ${what}.`);
}
