import { AppError } from "@/lib/errors";
import { Clock } from "@/lib/sandbox/clock";
import { Courier } from "@/lib/sandbox/courier";
import { type Fault, Faults, type Target } from "@/lib/sandbox/fault";
import type { ResolvedOptions } from "@/lib/sandbox/options";
import { Quota } from "@/lib/sandbox/quota";
import { RequestLog } from "@/lib/sandbox/request-log";
import { seedAccount } from "@/lib/sandbox/seed/seed-account";
import { type Origin, readStateFile, StateFile } from "@/lib/sandbox/state-file";
import { World } from "@/lib/sandbox/world";

interface Stale {
  world: World;
  reads: number;
  until: number;
}

const ROUND_MS = 250;
const LONGEST_SLEEP = 60_000;

/** All of one running sandbox but its HTTP. */
export class Core {
  clock: Clock;
  world: World;
  courier: Courier;
  quota: Quota;
  readonly faults = new Faults();
  readonly log = new RequestLog();
  readonly #file: StateFile | null;
  #stale: Stale | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** Throws AppError `invalid` for a state file that cannot be used. */
  constructor(readonly options: ResolvedOptions) {
    const restored = options.state_file && !options.reset ? readStateFile(options.state_file) : null;
    if (restored) checkOrigin(options, restored.origin);
    this.clock = restored ? new Clock(restored.clock, options.realNow) : freshClock(options);
    if (restored && options.speed !== undefined) this.clock.setSpeed(options.speed);
    this.world = new World(restored?.state ?? seedAccount(options, this.clock), this.clock);
    this.courier = this.#courierOf(this.world);
    this.quota = new Quota(options.quota, this.clock);
    const origin = restored?.origin ?? originOf(options);
    this.#file = options.state_file ? new StateFile(options.state_file, origin, () => this.world) : null;
  }

  /** Begins to live through syncs by itself, also while nobody asks. */
  async start(): Promise<void> {
    await this.#file?.save();
    this.#sleep();
  }

  /** Done when all that was changed is in the state file. */
  async store(): Promise<void> {
    const { dirty } = this.world;
    const changed = dirty.rest || dirty.connections.size > 0;
    // A change that another call's write took along is stored only when that write has ended.
    await (changed ? this.#file?.save() : this.#file?.settled());
  }

  /** The account from its seed again, with the present time, no faults and an empty log; no later id was in use before. */
  async reset(): Promise<void> {
    await this.courier.stop();
    const { ids_made } = this.world.state;
    this.clock = freshClock(this.options);
    const state = seedAccount(this.options, this.clock);
    state.ids_made = Math.max(state.ids_made, ids_made);
    this.world = new World(state, this.clock);
    this.courier = this.#courierOf(this.world);
    this.quota = new Quota(this.options.quota, this.clock);
    this.faults.set([]);
    this.log.clear();
    this.#stale = null;
    this.#file?.forget();
    await this.#file?.save();
    this.#sleep();
  }

  /** To be called when the clock was changed: what fell due is lived through, and stored with the clock. */
  async clockChanged(): Promise<void> {
    this.world.connections();
    this.courier.go();
    await this.#file?.save();
    this.#sleep();
  }

  /** Where reads are stale just now, the account before the last write; else the account. */
  worldToRead(): World {
    const stale = this.#stale;
    if (!stale) return this.world;
    if (stale.reads <= 0 || this.clock.realNow() > stale.until) {
      this.#stale = null;
      return this.world;
    }
    stale.reads -= 1;
    return stale.world;
  }

  beforeWrite(target: Target): void {
    const fault: Extract<Fault, { kind: "stale_reads" }> | null = this.faults.staleAfter(target);
    if (!fault) return;
    this.#stale = {
      world: new World(structuredClone(this.world.state), this.clock),
      reads: fault.reads ?? (fault.ms === undefined ? 1 : Number.POSITIVE_INFINITY),
      until: fault.ms === undefined ? Number.POSITIVE_INFINITY : this.clock.realNow() + fault.ms,
    };
  }

  forgetStale(): void {
    this.#stale = null;
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.courier.stop();
    await this.#file?.save();
  }

  #courierOf(world: World): Courier {
    const courier = new Courier(world, this.options.deliveries, () => {
      this.store().catch((error: unknown) => console.error(error));
      this.#sleep();
    });
    world.onNotice = () => setImmediate(() => courier.go());
    return courier;
  }

  /** One timer to the next thing that falls due. */
  #sleep(): void {
    if (this.#timer) clearTimeout(this.#timer);
    let next = this.courier.nextAt();
    for (const { running, next_sync_at } of this.world.state.connections.values()) {
      next = Math.min(next, running?.ends_at ?? next_sync_at ?? Number.POSITIVE_INFINITY);
    }
    const due = this.clock.toReal(Math.max(0, next - this.clock.now()));
    this.#timer = setTimeout(
      () => {
        this.world.connections();
        this.courier.go();
        this.#sleep();
      },
      Math.min(LONGEST_SLEEP, Math.max(ROUND_MS, due)),
    );
    this.#timer.unref();
  }
}

function freshClock({ realNow, speed }: ResolvedOptions): Clock {
  const now = realNow();
  return new Clock({ real: now, sandbox: now, speed: speed ?? 1 }, realNow);
}

function originOf({ seed, connections, tables, columns, account }: ResolvedOptions): Origin {
  return {
    seed: seed ?? 1,
    connections: connections ?? null,
    tables: tables ?? null,
    columns: columns ?? null,
    account: account ?? null,
  };
}

function checkOrigin(options: ResolvedOptions, origin: Origin): void {
  for (const name of ["seed", "connections", "tables", "columns", "account"] as const) {
    const asked = options[name];
    if (asked === undefined || asked === origin[name]) continue;
    throw new AppError(
      "invalid",
      `The sandbox's stored account was made with ${name} ${origin[name] ?? "unset"}, not ${asked}: start once with a reset to make it anew.`,
    );
  }
}
