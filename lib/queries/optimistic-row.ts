import type { QueryClient } from "@tanstack/react-query";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { accountSnapshot } from "@/lib/queries/account";
import { connectionDetail } from "@/lib/queries/connection";
import { patchRow } from "@/lib/queries/snapshot-patch";

function write(client: QueryClient, id: string, fields: Partial<ConnectionRow>): void {
  client.setQueryData(accountSnapshot.queryKey, (old) => old && patchRow(old, id, fields));
  client.setQueryData(
    connectionDetail(id).queryKey,
    (old) => old && { ...old, row: { ...old.row, ...fields } },
  );
}

function read(client: QueryClient, id: string): ConnectionRow | undefined {
  return (
    client.getQueryData(connectionDetail(id).queryKey)?.row ??
    client.getQueryData(accountSnapshot.queryKey)?.connections.find((row) => row.id === id)
  );
}

/**
 * Shows fields of a row as they will be, everywhere at once.
 * @returns puts back what was there, but only fields that nothing else has changed since
 */
export function showAhead(client: QueryClient, id: string, fields: Partial<ConnectionRow>): () => void {
  const before = read(client, id);
  write(client, id, fields);
  return () => {
    const now = read(client, id);
    if (!before || !now) return;
    const mine = Object.entries(fields).filter(([key, value]) => now[key as keyof ConnectionRow] === value);
    write(
      client,
      id,
      Object.fromEntries(
        mine.map(([key]) => [key, before[key as keyof ConnectionRow]]),
      ) as Partial<ConnectionRow>,
    );
  };
}
