import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { AppError } from "@/lib/errors";
import type { AccountSnapshot, AccountStatus, GroupRow, ServiceRow } from "@/lib/model/snapshot";
import { singleton } from "@/lib/singleton";
import { statusOf } from "@/lib/sync/account-status";
import { type Memory, memory } from "@/lib/sync/memory";

/** The whole account as this process knows it; costs no upstream call. */
export function accountSnapshot(): AccountSnapshot {
  const { version, swept_at, rows, groups, services } = memory();
  const connections = [...rows.values()];
  return {
    version,
    swept_at,
    groups: withUnseen(groups, new Set(connections.map((row) => row.group_id))),
    services: [...new Set(connections.map((row) => row.service))].map((id) => serviceRow(services, id)),
    connections,
  };
}

/** How the upstream, the key's rights, the quota and the poller are; costs no upstream call. */
export const accountStatus = (): AccountStatus => statusOf(memory());

/** A group the key may not list still has connections: it stands under its id, not as a blank. */
function withUnseen(groups: readonly GroupRow[], used: ReadonlySet<string>): GroupRow[] {
  const listed = new Set(groups.map((group) => group.id));
  return [...groups, ...[...used].filter((id) => !listed.has(id)).map(unseenGroup)];
}

function unseenGroup(id: string): GroupRow {
  return {
    id,
    name: id,
    service: null,
    region: null,
    time_zone_offset: null,
    daylight_saving_time_enabled: null,
  };
}

export const groupRow = ({ groups }: Memory, id: string): GroupRow =>
  groups.find((group) => group.id === id) ?? unseenGroup(id);

export const serviceRow = (services: Memory["services"], id: string): ServiceRow =>
  services.get(id) ?? { id, name: id, link_to_docs: null };

interface Packed {
  etag: string;
  gzipped: Uint8Array<ArrayBuffer>;
  /** For the rare client that takes no gzip. */
  plain: () => string;
}

const packed = singleton<{ etag: string | null; body: Promise<Packed> | null }>("snapshot-body", () => ({
  etag: null,
  body: null,
}));

const compress = promisify(gzip);

/** The snapshot as gzipped JSON, made once for each state of it however many ask. */
export function packedSnapshot(): Promise<Packed> {
  const { upstream_id, version, swept_at } = memory();
  const etag = `"${upstream_id ?? 0}-${version}-${swept_at ?? 0}"`;
  if (packed.etag !== etag || !packed.body) {
    packed.etag = etag;
    const snapshot = accountSnapshot();
    const plain = () => JSON.stringify(snapshot);
    packed.body = compress(plain()).then((bytes) => ({ etag, gzipped: new Uint8Array(bytes), plain }));
  }
  return packed.body;
}

/** The sentence for a connection that is not in the snapshot; before the first sweep nobody can say that it is gone. */
export function gone(last_seen: number | null): AppError {
  if (last_seen === null && memory().swept_at === null) {
    return new AppError("unavailable", "The account has not been read yet. Try again in a few seconds.");
  }
  return last_seen === null
    ? new AppError("not_found", "This account has no such connection, or the API key may not see it.")
    : new AppError(
        "not_found",
        `This connection is no longer in the account; last seen ${new Date(last_seen).toISOString()}.`,
      );
}
