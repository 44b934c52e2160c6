import { serviceOf } from "@/lib/sandbox/catalogue/service";
import { nameOf } from "@/lib/sandbox/connection-settings";
import { blankConnection } from "@/lib/sandbox/new-connection";
import { nextStart, startOffset } from "@/lib/sandbox/schedule";
import type { ConnectionSeed } from "@/lib/sandbox/seed/connection-seeds";
import { seedConfig } from "@/lib/sandbox/seed/seed-config";
import { approve } from "@/lib/sandbox/setup-test-run";
import { dice } from "@/lib/sandbox/source/dice";
import { isSourceFault } from "@/lib/sandbox/source-faults";
import type { StoredConnection } from "@/lib/sandbox/state";
import { catchUp, endSync, plan, startSync, syncDuration } from "@/lib/sandbox/sync-run";
import type { World } from "@/lib/sandbox/world";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Recipe {
  id: string;
  seed: ConnectionSeed;
  group_id: string;
  connected_by: string;
  agents: { link: string; proxy: string; hybrid: string };
}

/** Puts one connection into the account and lives its last days through, so that all its times agree. */
export function seedConnection(world: World, recipe: Recipe): StoredConnection {
  const { id, seed, group_id, agents } = recipe;
  const now = world.now();
  const chance = dice("connection", world.state.seed, id);
  const group = world.group(group_id);
  // Slots are counted from now, so that an account is found in the same state at whatever minute it is made.
  const groupAge = Math.floor((now - group.created_at) / DAY);
  const slot =
    now - (5 + chance.roll(Math.min(400, groupAge - 6))) * DAY - chance.roll(24) * HOUR + startOffset(id);
  const madeIn = Math.floor(slot / HOUR) * HOUR;
  const made = seedConfig({
    service: seed.service,
    name: seed.name,
    seed: world.state.seed,
    network: seed.network ?? "Directly",
    encrypted: seed.encrypted ?? false,
  });
  const c: StoredConnection = {
    ...blankConnection({
      id,
      group_id,
      service: seed.service,
      created_at: madeIn + chance.roll(HOUR),
      connected_by: recipe.connected_by,
    }),
    service_version: chance.roll(4),
    schema: nameOf(seed.service, made.config),
    config: made.config,
    auth: made.auth,
    sync_frequency: seed.minutes,
    start_offset: slot - madeIn,
    schedule_type: seed.manual ? "manual" : "auto",
    daily_sync_time: seed.minutes === 1440 ? (seed.daily ?? null) : null,
    networking_method: seed.network ?? "Directly",
    private_link_id: seed.network === "PrivateLink" ? agents.link : null,
    proxy_agent_id: seed.network === "ProxyAgent" ? agents.proxy : null,
    hybrid_deployment_agent_id: seed.hybrid ? agents.hybrid : null,
    destination_schema_names: "FIVETRAN_NAMING",
    large: seed.empty ? { tables: 0, columns: 0 } : null,
    state: serviceOf(seed.service)?.id === "aws_lambda" ? { cursor: "2026-01-01T00:00:00Z" } : null,
  };
  world.state.connections.set(id, c);
  if (seed.state === "incomplete") return c;

  c.consented_at = c.created_at;
  approve(world, c, recipe.connected_by, world.test(c, { certificates: true, fingerprints: true }).trusted);
  c.setup_state = "connected";
  if (seed.state === "new" || seed.state === "historical") {
    c.created_at = now - (seed.state === "new" ? 6 * MINUTE : 3 * HOUR);
    const running = startSync(c, c.created_at + 2 * MINUTE, world, true);
    running.ends_at = now + (20 + chance.roll(200)) * MINUTE;
    return c;
  }
  live(world, c, seed, now);
  return c;
}

/** A history of good syncs up to the point where something went wrong, then on to the present. */
function live(world: World, c: StoredConnection, seed: ConnectionSeed, now: number): void {
  const zone = world.zoneOf(c);
  const chance = dice("past", world.state.seed, c.id);
  const period = seed.minutes * MINUTE;
  const trouble = now - Math.max(2.2 * period, (3 + chance.roll(30)) * HOUR);
  const first = Math.max(c.created_at, trouble - 2 * period - HOUR);
  const start = nextStart({ ...c, schedule_type: "auto" }, zone, first) ?? first;
  startSync(c, Math.min(start, now), world);
  const then = Math.min(start + syncDuration(c, start, false), now);
  c.is_historical_sync = false;
  endSync(c, then, world, { outcome: "succeeded" });
  catchUp(c, Math.max(then, trouble), world);

  const { state = "" } = seed;
  const fault = state.startsWith("broken:") ? state.slice("broken:".length) : null;
  if (isSourceFault(fault)) c.conditions = { ...c.conditions, faults: [fault] };
  if (state === "host_key_changed") c.conditions = { ...c.conditions, host_key_generation: 1 };
  if (state === "certificate_changed") c.conditions = { ...c.conditions, certificate_generation: 1 };
  if (state === "delayed") {
    c.held_until = now + 5 * HOUR;
    c.data_delay_sensitivity = "HIGH";
    plan(c, Math.max(then, trouble), world);
  }
  world.changed(c);
  if (state === "paused") {
    c.paused = true;
    plan(c, trouble, world);
  }
  catchUp(c, now, world);
  if (state === "syncing" && !c.running) {
    const running = startSync(c, now - (20 + chance.roll(90)) * 1000, world);
    running.ends_at = now + (3 + chance.roll(20)) * MINUTE;
  }
  if (state === "rescheduled" || state === "rescheduled_manual") {
    const at = now - (10 + chance.roll(20)) * MINUTE;
    startSync(c, at - 2 * MINUTE, world);
    endSync(c, at, world, { outcome: "rescheduled", rescheduled_for: now + (40 + chance.roll(80)) * MINUTE });
  }
}
