import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { accountSnapshot } from "@/lib/queries/account";
import { showAhead } from "@/lib/queries/optimistic-row";
import { patchRow } from "@/lib/queries/snapshot-patch";

function clientWith(row: Partial<ConnectionRow>): QueryClient {
  const client = new QueryClient();
  client.setQueryData(accountSnapshot.queryKey, {
    version: 1,
    swept_at: 0,
    groups: [],
    services: [],
    connections: [row as ConnectionRow],
  });
  return client;
}
const rowOf = (client: QueryClient) => client.getQueryData(accountSnapshot.queryKey)?.connections[0];

test("what is shown ahead is put back when the write fails", () => {
  const client = clientWith({ id: "a", paused: false, sync_state: "scheduled" });
  const putBack = showAhead(client, "a", { paused: true });
  expect(rowOf(client)?.paused).toBe(true);
  putBack();
  expect(rowOf(client)).toEqual({ id: "a", paused: false, sync_state: "scheduled" });
});

test("putting back leaves alone what the stream has changed since", () => {
  const client = clientWith({ id: "a", paused: false, sync_state: "scheduled" });
  const putBack = showAhead(client, "a", { paused: true, sync_state: "paused" });
  client.setQueryData(
    accountSnapshot.queryKey,
    (old) => old && patchRow(old, "a", { sync_state: "syncing" }),
  );
  putBack();
  expect(rowOf(client)).toEqual({ id: "a", paused: false, sync_state: "syncing" });
});

test("a connection that is not held is no error", () => {
  const client = clientWith({ id: "a", paused: false });
  showAhead(client, "b", { paused: true })();
  expect(rowOf(client)).toEqual({ id: "a", paused: false });
});
