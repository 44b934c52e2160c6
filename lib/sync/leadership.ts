import "server-only";
import { errorText, log } from "@/lib/log";
import { store } from "@/lib/store/db";
import { knownUpstream } from "@/lib/store/upstream";
import { sayAlive, sayGone } from "@/lib/sync/alive";
import { dropLease, type Lease, leaseNote, noteOnLease, takeLease } from "@/lib/sync/lease";
import { pollerTimes } from "@/lib/sync/poller-times";

const NAME = "poller";

interface Clocks {
  wall: number;
  steady: number;
}

const clocks = (): Clocks => ({ wall: Date.now(), steady: performance.now() });

/**
 * Whether this process polls. The lease is renewed by a timer of its own, however long a sweep takes, and counts only
 * while it surely holds: a process that was stopped for a while knows so before it asks anything.
 */
export class Leadership {
  #lease: Lease | null = null;
  #alive: Lease | null = null;
  /** When the lease was asked for that is held now: the database began to count later. */
  #since: Clocks = { wall: 0, steady: 0 };
  #tried: Clocks | null = null;
  #timer: NodeJS.Timeout | null = null;
  #beating: Promise<void> = Promise.resolve();

  /**
   * @param note what the next holder has to know
   * @param took told when the lease comes to this process, with what the last holder noted
   * @param followed told what the holder noted, each time another process has the lease
   */
  constructor(
    private readonly note: () => unknown,
    private readonly took: (state: unknown) => void,
    private readonly followed: (state: unknown) => void,
  ) {}

  start(): void {
    this.#timer ??= setInterval(() => void this.beat(true).catch(warn), pollerTimes().beat);
    this.#timer.unref();
  }

  /** The lease while it surely is ours. */
  held(): Lease | null {
    return this.#lease && passed(this.#since) < pollerTimes().lease ? this.#lease : null;
  }

  /** How many milliseconds until the lease is to be renewed, or tried for. */
  rest(now = clocks()): number {
    return this.#tried === null ? 0 : Math.max(0, pollerTimes().beat - passed(this.#tried, now));
  }

  /** Renews the lease or tries to get it, and says that this process lives; unless that was done a moment ago. */
  beat(due = this.rest() === 0): Promise<void> {
    const upstream_id = knownUpstream();
    const moved = this.#lease !== null && this.#lease.upstream_id !== upstream_id;
    if (upstream_id === null || !(due || moved)) return this.#beating;
    const next = this.#beating.then(() => this.#beat(upstream_id));
    this.#beating = next.catch(() => {});
    return next;
  }

  /** Another process has it: found out in the middle of a write. */
  lost(): void {
    this.#lease = null;
  }

  /** Hands the lease on. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#beating;
    const opened = await store();
    const [lease, alive] = [this.#lease, this.#alive];
    this.#lease = null;
    this.#alive = null;
    this.#tried = null;
    if (lease) {
      await noteOnLease(opened.db, lease, this.note());
      await dropLease(opened.db, lease);
    }
    if (alive) await sayGone(opened, alive);
  }

  async #beat(upstream_id: number): Promise<void> {
    const opened = await store();
    const asked = clocks();
    this.#tried = asked;
    this.#alive = await sayAlive(opened, upstream_id);
    const had = this.#lease;
    const since = clocks();
    const lease = await takeLease(opened.db, upstream_id, NAME, pollerTimes().lease);
    this.#since = since;
    this.#lease = lease;
    if (!lease) return this.followed(await leaseNote(opened.db, upstream_id, NAME));
    if (had?.token === lease.token && had.upstream_id === lease.upstream_id) {
      await noteOnLease(opened.db, lease, this.note());
    } else this.took(lease.state);
  }
}

/** By the clock that ran further: one of them may stand still, or be set back. */
function passed(since: Clocks, now = clocks()): number {
  return Math.max(now.wall - since.wall, now.steady - since.steady);
}

function warn(error: unknown): void {
  log.warn({ error: errorText(error) }, "lease");
}
