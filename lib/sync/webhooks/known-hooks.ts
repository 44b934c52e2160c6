import "server-only";
import { singleton } from "@/lib/singleton";
import { allOwnHooks, type OwnHook } from "@/lib/store/webhooks";

/** Another process may have made one, or renewed a secret, at any time. */
const GOOD_MS = 5_000;
/** Whoever asks for what is not there, or signs wrongly, has the database asked again this often at most. */
const AGAIN_MS = 250;

interface Known {
  read_at: number;
  hooks: Map<string, OwnHook>;
  reading: Promise<void> | null;
}

const known = () =>
  singleton<Known>("webhooks-known", () => ({ read_at: 0, hooks: new Map(), reading: null }));

/** Has the next delivery see what was just changed here. */
export function forgetKnownHooks(): void {
  known().read_at = 0;
}

/**
 * The webhook whose address ends in the token of this hash, or null.
 * @param fresh whether it should be as it is now rather than as it was a few seconds ago
 */
export async function knownHook(
  token_hash: string,
  fresh = false,
  now = Date.now(),
): Promise<OwnHook | null> {
  const held = known();
  const age = now - held.read_at;
  if (age >= GOOD_MS || (age >= AGAIN_MS && (fresh || !held.hooks.has(token_hash)))) await readAll(held, now);
  return held.hooks.get(token_hash) ?? null;
}

function readAll(held: Known, now: number): Promise<void> {
  held.reading ??= allOwnHooks()
    .then((hooks) => {
      held.hooks = new Map(hooks.map((hook) => [hook.token_hash, hook]));
      held.read_at = now;
    })
    .finally(() => {
      held.reading = null;
    });
  return held.reading;
}
