import "server-only";
import { eq } from "drizzle-orm";
import { redact } from "@/lib/auth/redact";
import type { Destination, Group } from "@/lib/model/account";
import type { ConnectorType } from "@/lib/model/connector-type";
import { inBatches } from "@/lib/store/in-batches";
import { connectorTypes } from "@/lib/store/tables/connector-types";
import { destinations } from "@/lib/store/tables/destinations";
import { groups } from "@/lib/store/tables/groups";
import { upstreams } from "@/lib/store/tables/upstreams";
import { epoch } from "@/lib/sync/connection-facts";
import type { Writing } from "@/lib/sync/write-snapshot";

/** The slow lists of an account; null for one that was not read or was refused, which then stays as it is. */
export interface Lists {
  groups: Group[] | null;
  destinations: Destination[] | null;
  types: ConnectorType[] | null;
}

/** Replaces the lists that were read, where they differ from what is stored. */
export async function applyLists(writing: Writing, lists: Lists, now = Date.now()): Promise<void> {
  const { db, upstream_id } = writing;
  const changed = [
    lists.groups && (await replaceGroups(writing, lists.groups)),
    lists.destinations && (await replaceDestinations(writing, lists.destinations)),
    lists.types && (await replaceTypes(writing, lists.types)),
  ];
  const read = {
    ...(lists.groups && { lists_read_at: now }),
    ...(lists.destinations && { destinations_seen: lists.destinations.length }),
    ...(lists.types && { types_read_at: now }),
    ...(changed.includes(true) && { lists_version: writing.touch() }),
  };
  if (Object.keys(read).length > 0) {
    await db.update(upstreams).set(read).where(eq(upstreams.id, upstream_id));
  }
}

const differ = (stored: readonly unknown[], read: readonly unknown[]): boolean =>
  JSON.stringify(stored) !== JSON.stringify(read);

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function once<T extends { id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()].sort(byId);
}

async function replaceGroups({ db, upstream_id }: Writing, list: Group[]): Promise<boolean> {
  const read = once(
    list.map(({ id, name, created_at }) => ({ upstream_id, id, name, created_at: epoch(created_at) })),
  );
  const stored = await db.select().from(groups).where(eq(groups.upstream_id, upstream_id));
  if (!differ(stored.sort(byId), read)) return false;
  await db.delete(groups).where(eq(groups.upstream_id, upstream_id));
  await inBatches(read, async (batch) => {
    await db.insert(groups).values([...batch]);
  });
  return true;
}

async function replaceDestinations({ db, upstream_id }: Writing, list: Destination[]): Promise<boolean> {
  const read = once(
    list.map((destination) => ({
      upstream_id,
      id: destination.id,
      service: destination.service,
      region: destination.region ?? null,
      time_zone_offset: destination.time_zone_offset,
      daylight_saving_time_enabled: destination.daylight_saving_time_enabled ?? null,
      setup_status: destination.setup_status,
      raw: redact(destination) as Destination,
    })),
  );
  const stored = await db.select().from(destinations).where(eq(destinations.upstream_id, upstream_id));
  if (!differ(stored.sort(byId), read)) return false;
  await db.delete(destinations).where(eq(destinations.upstream_id, upstream_id));
  await inBatches(read, async (batch) => {
    await db.insert(destinations).values([...batch]);
  });
  return true;
}

async function replaceTypes({ db, upstream_id }: Writing, list: ConnectorType[]): Promise<boolean> {
  const read = once(
    list.map((type) => ({
      upstream_id,
      id: type.id,
      name: type.name,
      link_to_docs: type.link_to_docs ?? null,
      raw: type,
    })),
  );
  const stored = await db.select().from(connectorTypes).where(eq(connectorTypes.upstream_id, upstream_id));
  if (!differ(stored.sort(byId), read)) return false;
  await db.delete(connectorTypes).where(eq(connectorTypes.upstream_id, upstream_id));
  await inBatches(read, async (batch) => {
    await db.insert(connectorTypes).values([...batch]);
  });
  return true;
}
