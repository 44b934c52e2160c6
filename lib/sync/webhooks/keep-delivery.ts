import "server-only";
import { AppError } from "@/lib/errors";
import { singleton } from "@/lib/singleton";
import { type NewDelivery, storeDeliveries } from "@/lib/store/webhook-deliveries";

/** Fivetran gives up after 10 s and comes again; a store that takes so long is as good as down. */
const LONGEST_MS = 5_000;
const MOST = 100;

interface Waiting {
  delivery: NewDelivery;
  resolve: (fresh: boolean) => void;
  reject: (error: unknown) => void;
}

const line = () => singleton("webhook-deliveries", () => ({ waiting: [] as Waiting[], writing: false }));

/**
 * Stores a delivery durably; those that come while others are being stored go together.
 * @returns whether it was new
 * @throws AppError `unavailable` where the store is down
 */
export function keepDelivery(delivery: NewDelivery): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(down()), LONGEST_MS);
    const settle = <T>(then: (value: T) => void) => {
      return (value: T) => {
        clearTimeout(late);
        then(value);
      };
    };
    line().waiting.push({
      delivery,
      resolve: settle(resolve),
      reject: settle((cause: unknown) => reject(down(cause))),
    });
    void write();
  });
}

async function write(): Promise<void> {
  const held = line();
  if (held.writing) return;
  held.writing = true;
  while (held.waiting.length > 0) {
    const batch = held.waiting.splice(0, MOST);
    try {
      const fresh = await storeDeliveries(batch.map(({ delivery }) => delivery));
      for (const [at, { resolve }] of batch.entries()) resolve(fresh[at] ?? false);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
  held.writing = false;
}

export function down(cause?: unknown): AppError {
  return new AppError("unavailable", "The delivery could not be stored. Send it again later.", {
    cause,
    facts: { retry_at: Date.now() + 60_000 },
  });
}
