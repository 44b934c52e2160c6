import { connectionDetail } from "@/lib/sandbox/connection-view";
import { FaultRule } from "@/lib/sandbox/fault";
import { conflict } from "@/lib/sandbox/reply";
import { driftSource, SourceChange } from "@/lib/sandbox/source/drift-source";
import { SOURCE_FAULTS } from "@/lib/sandbox/source/source-fault";
import { endSync } from "@/lib/sandbox/sync-run";
import type { World } from "@/lib/sandbox/world";
import { z } from "@/lib/zod";

const YEAR = 366 * 86_400_000;

export const FaultRules = z.strictObject({ rules: z.array(FaultRule).max(100) });

export const ClockChange = z
  .strictObject({
    advance_ms: z.number().int().min(0).max(YEAR).optional(),
    speed: z.number().min(0).max(1e6).optional(),
    set: z.union([z.iso.datetime({ offset: true }), z.number().int()]).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "give advance_ms, speed or set");

const time = z.union([
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  z.number().int(),
]);

export const EndSync = z.strictObject({
  outcome: z.enum(["succeeded", "failed", "rescheduled", "canceled"]),
  /** Of a failure: with it the connection is broken and shows this task; null fails without one. */
  task: z
    .strictObject({ code: z.string().min(1).default("reconnect"), message: z.string().min(1) })
    .nullish(),
  /** Of a reschedule; an hour from now when absent. */
  rescheduled_for: time.optional(),
});

export const SourceChangeRequest = z.strictObject({
  /** These faults hold from now on, in the place of the present ones. */
  faults: z.array(z.enum(SOURCE_FAULTS)).optional(),
  host_key: z.literal("change").optional(),
  certificate: z.literal("change").optional(),
  /** Tables and columns that come and go; seen by the next sync or reload. */
  changes: z.array(SourceChange).max(1000).optional(),
  /** Everything works again, host key and certificate as they were at first. */
  mend: z.literal(true).optional(),
});

/** Ends the sync that runs, now and as told. Throws the 409 when none runs. */
export function tellSync(world: World, id: string, told: z.output<typeof EndSync>) {
  const connection = world.connection(id);
  if (!connection.running) throw conflict(`Connection with id '${id}' is not syncing`);
  endSync(connection, world.now(), world, {
    outcome: told.outcome,
    failure: told.outcome === "failed" ? (told.task ?? null) : null,
    ...(told.rescheduled_for !== undefined && { rescheduled_for: told.rescheduled_for }),
  });
  world.changed(connection);
  return connectionDetail(connection, world.now(), world.publicKey(connection.group_id));
}

/** Changes what is at the far end of a connection. Throws the 404 for a table or column that is not there. */
export function changeSource(world: World, id: string, wanted: z.output<typeof SourceChangeRequest>) {
  const connection = world.connection(id);
  let source = world.source(connection);
  for (const change of wanted.changes ?? []) source = driftSource(source, change);
  const before = connection.conditions;
  connection.conditions = wanted.mend
    ? { faults: [], host_key_generation: 0, certificate_generation: 0 }
    : {
        faults: wanted.faults ?? before.faults,
        host_key_generation: before.host_key_generation + (wanted.host_key ? 1 : 0),
        certificate_generation: before.certificate_generation + (wanted.certificate ? 1 : 0),
      };
  connection.source_changes = [...connection.source_changes, ...(wanted.changes ?? [])];
  world.changed(connection);
  return { ...connection.conditions, source_version: connection.source_changes.length };
}
