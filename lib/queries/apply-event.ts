import type { QueryClient } from "@tanstack/react-query";
import { isOver, type Job } from "@/lib/model/job";
import type { ServerEvent } from "@/lib/model/snapshot";
import { accountSnapshot, accountStatus, eventLog, stateChangesKey } from "@/lib/queries/account";
import { ALERTS } from "@/lib/queries/alerts";
import { ApiError } from "@/lib/queries/api-error";
import { connectionDetail } from "@/lib/queries/connection";
import { hasAlerts } from "@/lib/queries/connection-history";
import { fleetKey } from "@/lib/queries/fleet";
import { followsFromObjectives } from "@/lib/queries/objectives";
import { readAfresh } from "@/lib/queries/read-afresh";
import { readInTurn } from "@/lib/queries/read-in-turn";
import { schemaKey } from "@/lib/queries/schema";
import { jobDetail, schemaJobs } from "@/lib/queries/schema-jobs";
import { setupDraftsKey } from "@/lib/queries/setup-drafts";
import { type ConnectionsEvent, patchSnapshot } from "@/lib/queries/snapshot-patch";
import { webhooksKey } from "@/lib/queries/webhooks";

const CONNECTIONS = ["connection"];

/** Brings what this tab holds up to date with an event of the stream. */
export function applyEvent(client: QueryClient, event: ServerEvent): void {
  switch (event.type) {
    case "hello":
      catchUp(client, event.version);
      break;
    case "reload":
      readAgain(client);
      break;
    case "connections":
      patch(client, event);
      break;
    case "account":
      client.setQueryData(accountStatus.queryKey, event.status);
      client.setQueryData(
        accountSnapshot.queryKey,
        (old) => old && { ...old, swept_at: event.status.poller.swept_at },
      );
      break;
    case "detail":
      void readAfresh(client, { queryKey: connectionDetail(event.connection_id).queryKey });
      readChanges(client);
      break;
    case "schema":
      readInTurn(client, schemaKey(event.connection_id));
      break;
    case "job":
      tellJob(client, event.job);
      break;
    case "setup_draft":
      void readAfresh(client, { queryKey: setupDraftsKey });
      break;
    case "webhooks":
      readInTurn(client, webhooksKey);
      break;
    case "setting":
      void readAfresh(client, { queryKey: ["setting", event.name] });
      void readAfresh(client, {
        predicate: ({ queryKey }) =>
          event.name === ALERTS ? hasAlerts(queryKey) : followsFromObjectives(queryKey),
      });
      break;
  }
}

/** The event holds no result: it is asked for once the job is over. The list never holds one. */
function tellJob(client: QueryClient, job: Job): void {
  const { queryKey } = jobDetail(job.id);
  client.setQueryData(queryKey, (old) => old && { ...job, result: old.result });
  if (isOver(job)) void readAfresh(client, { queryKey });
  const list = schemaJobs(job.connection_id).queryKey;
  const known = client.getQueryData(list)?.some(({ id }) => id === job.id);
  client.setQueryData(list, (old) => old?.map((one) => (one.id === job.id ? { ...one, ...job } : one)));
  if (!known || isOver(job)) readInTurn(client, list);
}

/** The stream was opened anew: what happened in between is not in it. */
function catchUp(client: QueryClient, version: number): void {
  const held = client.getQueryData(accountSnapshot.queryKey)?.version;
  if (held !== undefined && held !== version) readAgain(client);
}

function readAgain(client: QueryClient): void {
  eventLog.clear();
  void readAfresh(client, { queryKey: ["account"] });
  void readAfresh(client, { queryKey: CONNECTIONS });
  askUnanswered(client);
}

/** What was asked for before the account was known could not be answered; it may be now. */
function askUnanswered(client: QueryClient): void {
  void readAfresh(client, {
    predicate: ({ state: { error } }) => error instanceof ApiError && error.code === "unavailable",
  });
}

function patch(client: QueryClient, event: ConnectionsEvent): void {
  eventLog.add(event);
  const held = client.setQueryData(accountSnapshot.queryKey, (old) => old && patchSnapshot(old, event));
  if (held) {
    const connections = held.connections.length;
    client.setQueryData(
      accountStatus.queryKey,
      (old) => old && { ...old, access: { ...old.access, connections } },
    );
  }
  for (const row of event.upsert) {
    const { queryKey } = connectionDetail(row.id);
    client.setQueryData(queryKey, (old) => old && { ...old, row });
    void readAfresh(client, { queryKey, exact: true });
  }
  for (const id of event.remove) {
    void readAfresh(client, { queryKey: connectionDetail(id).queryKey, exact: true });
  }
  if (event.upsert.length > 0) askUnanswered(client);
  readChanges(client);
}

const CALM = 3_000;
const resting = new WeakSet<QueryClient>();
const wanted = new WeakSet<QueryClient>();

/** Reads the state changes and the syncs of the fleet again, at once and then at most every three seconds: a large account never stands still. */
function readChanges(client: QueryClient): void {
  if (resting.has(client)) {
    wanted.add(client);
    return;
  }
  resting.add(client);
  void readAfresh(client, { queryKey: stateChangesKey });
  readInTurn(client, fleetKey);
  setTimeout(() => {
    resting.delete(client);
    if (wanted.delete(client)) readChanges(client);
  }, CALM);
}
