import { hashKey, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { readAfresh } from "@/lib/queries/read-afresh";

/** Of each client the keys that are being read, and whether they are wanted once more. */
const reading = new WeakMap<QueryClient, Map<string, boolean>>();

/**
 * Has what is held under a key read again; asked for while that goes on, once more when it has ended. To begin anew at
 * each event would let a slow page see no answer at all while events keep coming.
 */
export function readInTurn(client: QueryClient, queryKey: QueryKey): void {
  const held = reading.get(client) ?? new Map<string, boolean>();
  reading.set(client, held);
  const key = hashKey(queryKey);
  if (held.has(key)) {
    held.set(key, true);
    return;
  }
  held.set(key, false);
  void readAfresh(client, { queryKey }).finally(() => {
    const again = held.get(key);
    held.delete(key);
    if (again) readInTurn(client, queryKey);
  });
}
