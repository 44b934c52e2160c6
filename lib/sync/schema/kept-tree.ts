import "server-only";
import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { and, count, eq, max, sum } from "drizzle-orm";
import { decodeSteps } from "@/lib/model/schema/decode-tree";
import { encodeTree } from "@/lib/model/schema/encode-tree";
import { markNew } from "@/lib/model/schema/mark-new";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { columnCount } from "@/lib/model/schema/schema-tree";
import { columnListSteps } from "@/lib/model/schema/with-columns";
import { inTurns } from "@/lib/model/steps";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { columnLists } from "@/lib/store/tables/column-lists";
import { schemaConfigs } from "@/lib/store/tables/schema-configs";
import { schemaRevisions } from "@/lib/store/tables/schema-revisions";
import { unzipped } from "@/lib/store/unzipped";
import { currentUpstream } from "@/lib/store/upstream";
import { recentChanges } from "@/lib/sync/schema/revisions";

/** A schema config as it is kept: what Fivetran answered, with the columns of every table that was asked for. */
export interface Kept {
  connection_id: string;
  tree: SchemaTree;
  /** Of what the config says. */
  hash: string;
  read_at: number;
  /** Length of Fivetran's own answer. */
  upstream_bytes: number;
}

/** The same as bytes for a browser. */
export interface Packed {
  /** Gzipped. */
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
}

interface Entry {
  /** Of what the store held: another mark means that it holds something newer. */
  mark: string;
  kept: Kept;
  packed: Promise<Packed> | null;
}

/** Trees held in memory, the one used last at the end. */
const cache = () => singleton("kept-trees", () => new Map<string, Entry>());
const MOST_COLUMNS = 4_000_000;
const MOST_TREES = 64;

/** A config as an answer told it and as it is stored. */
export interface PackedConfig {
  tree: SchemaTree;
  /** Gzipped. */
  body: Uint8Array<ArrayBuffer>;
  hash: string;
}

/**
 * The kept tree; null where the connection's schema was never read. Costs no upstream call.
 * @param at_hand a config that may be the stored one, which then need not be taken out of its bytes
 */
export async function keptTree(connection_id: string, at_hand?: PackedConfig): Promise<Kept | null> {
  return (await entryOf(connection_id, at_hand))?.kept ?? null;
}

/** The kept tree for a browser; made once for all that ask. */
export async function packedTree(connection_id: string): Promise<(Kept & Packed) | null> {
  const entry = await entryOf(connection_id);
  if (!entry) return null;
  entry.packed ??= pack(entry.kept.tree);
  return { ...entry.kept, ...(await entry.packed) };
}

async function entryOf(connection_id: string, at_hand?: PackedConfig): Promise<Entry | null> {
  const upstream_id = currentUpstream();
  const mark = await markOf(connection_id);
  if (mark === null) return null;
  const key = JSON.stringify([upstream_id, connection_id]);
  const held = cache().get(key);
  if (held?.mark === mark) {
    cache().delete(key);
    cache().set(key, held);
    return held;
  }
  const loaded = await load(connection_id, at_hand);
  if (!loaded) return null;
  const entry: Entry = { mark, ...loaded };
  cache().set(key, entry);
  makeRoom();
  return entry;
}

/** A short text that differs when what is stored of a connection's schema differs; null where nothing is. */
async function markOf(connection_id: string): Promise<string | null> {
  const { db } = await store();
  const own = (table: typeof schemaConfigs | typeof columnLists | typeof schemaRevisions) =>
    and(eq(table.upstream_id, currentUpstream()), eq(table.connection_id, connection_id));
  const [config] = await db
    .select({ hash: schemaConfigs.hash, read_at: schemaConfigs.read_at })
    .from(schemaConfigs)
    .where(own(schemaConfigs));
  if (!config) return null;
  const [lists] = await db
    .select({ count: count(), read_at: sum(columnLists.read_at) })
    .from(columnLists)
    .where(own(columnLists));
  const [revisions] = await db
    .select({ number: max(schemaRevisions.number) })
    .from(schemaRevisions)
    .where(own(schemaRevisions));
  return JSON.stringify([config, lists, revisions]);
}

async function load(connection_id: string, at_hand?: PackedConfig): Promise<Omit<Entry, "mark"> | null> {
  const { db } = await store();
  const upstream_id = currentUpstream();
  const [row] = await db.select().from(schemaConfigs).where(own(connection_id));
  if (!row) return null;
  const lists = await db
    .select({ names: columnLists.names, columns: columnLists.columns, read_at: columnLists.read_at })
    .from(columnLists)
    .where(and(eq(columnLists.upstream_id, upstream_id), eq(columnLists.connection_id, connection_id)));
  const config = at_hand?.hash === row.hash ? at_hand.tree : await readable(row.body);
  if (!config) {
    // Another version's form: what is kept is only a copy, so it is read from Fivetran again.
    await db.delete(schemaConfigs).where(and(own(connection_id), eq(schemaConfigs.hash, row.hash)));
    return null;
  }
  const answers = lists.map(({ names: [schema, table], columns, read_at }) => ({
    schema,
    table,
    read_at,
    columns: columns.map((column) => ({ ...column, is_new: false })),
  }));
  // A list asked for while the config was on its way may tell of the time before a write: the config is right then.
  const older = answers.filter((answer) => answer.read_at <= row.read_at);
  const newer = answers.filter((answer) => answer.read_at > row.read_at);
  const known = await inTurns(columnListSteps(config, older, "older"));
  const whole = await inTurns(columnListSteps(known, newer, "newer"));
  const tree = await inTurns(markNew(whole, await recentChanges(connection_id)));
  const { hash, read_at, upstream_bytes } = row;
  return {
    kept: { connection_id, tree, hash, read_at, upstream_bytes },
    // What is stored says all of it then, in the same form.
    packed: tree === config ? Promise.resolve(packedOf(Uint8Array.from(row.body))) : null,
  };
}

/** The bytes that are stored of a config, and the hash of what it says. */
export async function packConfig(tree: SchemaTree): Promise<PackedConfig> {
  const body = await zipped(tree);
  return { tree, body, hash: digest(body) };
}

const pack = async (tree: SchemaTree): Promise<Packed> => packedOf(await zipped(tree));

const packedOf = (bytes: Uint8Array<ArrayBuffer>): Packed => ({ bytes, etag: `"${digest(bytes)}"` });

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex").slice(0, 32);

async function zipped(tree: SchemaTree): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await pipeline(encodeTree(tree), createGzip(), buffer));
}

/** The tree of stored bytes; null for those of another version. */
async function readable(body: Uint8Array): Promise<SchemaTree | null> {
  const bytes = await unzipped(body);
  try {
    return await inTurns(decodeSteps(bytes));
  } catch {
    return null;
  }
}

function own(connection_id: string) {
  return and(
    eq(schemaConfigs.upstream_id, currentUpstream()),
    eq(schemaConfigs.connection_id, connection_id),
  );
}

function makeRoom(): void {
  const held = cache();
  let columns = 0;
  for (const { kept } of held.values()) columns += columnCount(kept.tree);
  for (const [key, { kept }] of held) {
    if (held.size <= 1 || (held.size <= MOST_TREES && columns <= MOST_COLUMNS)) return;
    held.delete(key);
    columns -= columnCount(kept.tree);
  }
}
