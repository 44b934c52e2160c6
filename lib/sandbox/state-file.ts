import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { AppError } from "@/lib/errors";
import { newCardKey } from "@/lib/sandbox/card/card-token";
import type { ClockReading } from "@/lib/sandbox/clock";
import { startOffset } from "@/lib/sandbox/schedule";
import { restoreSchemaState, storeSchemaState } from "@/lib/sandbox/source/stored-schema-state";
import type { SandboxState, StoredConnection } from "@/lib/sandbox/state";
import type { World } from "@/lib/sandbox/world";

/** What an account was made from; a file made from something else is not this account. */
export interface Origin {
  seed: number;
  connections: number | null;
  tables: number | null;
  columns: number | null;
  account: string | null;
}

export interface Restored {
  origin: Origin;
  clock: ClockReading;
  state: SandboxState;
}

const FORMAT = 1;
const MAPS = [
  "users",
  "groups",
  "destinations",
  "private_links",
  "proxy_agents",
  "hybrid_agents",
  "webhooks",
] as const satisfies readonly (keyof SandboxState)[];

/** Reads a state file; null where there is none. Throws `invalid` for a file that is none of ours. */
export function readStateFile(path: string): Restored | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new AppError("invalid", `The sandbox's state file ${path} cannot be read.`, { cause });
  }
  try {
    return parseStored(text);
  } catch (cause) {
    throw new AppError(
      "invalid",
      `The sandbox's state file ${path} is damaged or of another version: start once with a reset.`,
      { cause },
    );
  }
}

function parseStored(text: string): Restored {
  const stored = JSON.parse(text);
  if (stored.format !== FORMAT) throw new Error("another format");
  // Accounts that were stored before there were connect cards, offsets, webhooks or a history go on.
  const state = { card_key: newCardKey(), pending_deliveries: [], ...stored.rest, connections: new Map() };
  for (const name of MAPS) state[name] = new Map(stored.rest[name]);
  for (const entry of stored.connections) {
    const later = {
      card: null,
      past: [],
      consented_at: entry.setup_state === "incomplete" ? null : entry.created_at,
      start_offset: startOffset(entry.id),
    };
    state.connections.set(entry.id, {
      ...later,
      ...entry,
      schema_config: restoreSchemaState(entry.schema_config),
    });
  }
  return { origin: stored.origin, clock: stored.clock, state };
}

/** Keeps the account in one JSON file. What was not changed is not made into text again. */
export class StateFile {
  readonly #texts = new Map<string, string>();
  #rest: string | null = null;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(
    private readonly path: string,
    private readonly origin: Origin,
    private readonly world: () => World,
  ) {}

  /** Forgets what it knows, for an account that took the place of another. */
  forget(): void {
    this.#texts.clear();
    this.#rest = null;
  }

  /** Stores the account; done when everything that was changed before the call is in the file. */
  save(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#write().finally(() => {
        this.#running = null;
      });
      return this.#running;
    }
    // One write for all who come while another runs.
    this.#next ??= this.#running.then(
      () => this.#follow(),
      () => this.#follow(),
    );
    return this.#next;
  }

  /** Done when no write is under way. */
  settled(): Promise<void> {
    return this.#next ?? this.#running ?? Promise.resolve();
  }

  #follow(): Promise<void> {
    this.#next = null;
    return this.save();
  }

  async #write(): Promise<void> {
    const text = this.#text();
    await mkdir(dirname(this.path), { recursive: true });
    const draft = `${this.path}.${process.pid}.draft`;
    await writeFile(draft, text);
    await rename(draft, this.path);
  }

  #text(): string {
    const world = this.world();
    const { state, dirty, clock } = world;
    for (const id of dirty.connections) this.#texts.delete(id);
    if (dirty.rest) this.#rest = null;
    dirty.connections.clear();
    dirty.rest = false;
    const { connections: _, ...rest } = state;
    this.#rest ??= JSON.stringify(
      Object.fromEntries(Object.entries(rest).map(([k, v]) => [k, v instanceof Map ? [...v] : v])),
    );
    const texts = Array.from(state.connections.values(), (connection) => {
      const known = this.#texts.get(connection.id) ?? connectionText(connection);
      this.#texts.set(connection.id, known);
      return known;
    });
    const head = JSON.stringify({ format: FORMAT, origin: this.origin, clock: clock.reading() });
    return `${head.slice(0, -1)},\n"rest":${this.#rest},\n"connections":[\n${texts.join(",\n")}\n]}\n`;
  }
}

function connectionText(connection: StoredConnection): string {
  return JSON.stringify({ ...connection, schema_config: storeSchemaState(connection.schema_config) });
}
