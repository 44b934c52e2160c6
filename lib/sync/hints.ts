import "server-only";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { knownUpstream } from "@/lib/store/upstream";
import { tell } from "@/lib/sync/write-snapshot";

/** What nobody looked at by then has been shown by a sweep. */
const GOOD_MS = 600_000;
const TOGETHER_MS = 50;

interface Hints {
  at: Map<string, number>;
  wake: () => void;
  telling: Set<string>;
}

const hints = (): Hints => singleton("hints", () => ({ at: new Map(), wake: () => {}, telling: new Set() }));

/** Notes that something is said to have happened to this connection: whoever polls looks at it when the budget allows. */
export function hint(connectionId: string): void {
  markHinted(connectionId);
  const { telling } = hints();
  telling.add(connectionId);
  if (telling.size === 1) setTimeout(() => void tellOthers(), TOGETHER_MS).unref();
}

async function tellOthers(): Promise<void> {
  const { telling } = hints();
  const hinted = [...telling];
  telling.clear();
  const upstream_id = knownUpstream();
  if (upstream_id === null) return;
  try {
    const { db, kind } = await store();
    // A notification holds 8,000 bytes; more hints than this are better served by a sweep anyway.
    if (kind === "postgres") await tell(db, { upstream_id, hinted: hinted.slice(0, 100) });
  } catch {
    // The next sweep shows it as well.
  }
}

/** As `hint`, in this process alone. */
export function markHinted(connectionId: string, now = Date.now()): void {
  const { at, wake } = hints();
  const fresh = !at.has(connectionId);
  at.set(connectionId, now);
  // One that waits already is known to whoever polls: a flood of deliveries must not keep it busy.
  if (fresh) wake();
}

/** The connections that wait for a look. */
export function hintedNow(now = Date.now()): ReadonlySet<string> {
  const { at } = hints();
  for (const [id, since] of at) if (now - since > GOOD_MS) at.delete(id);
  return new Set(at.keys());
}

/** A look at the connection begins. */
export function dropHint(connectionId: string): void {
  hints().at.delete(connectionId);
}

/** A sweep that began then has shown what was hinted before. */
export function dropHintsBefore(began: number): void {
  const { at } = hints();
  for (const [id, since] of at) if (since < began) at.delete(id);
}

/** Has the poller called when there is something to look at. */
export function onHint(wake: () => void): void {
  hints().wake = wake;
}
