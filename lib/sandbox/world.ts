import type { Clock } from "@/lib/sandbox/clock";
import { newId } from "@/lib/sandbox/new-id";
import { noConnection, noDestination, noGroup, noWebhook } from "@/lib/sandbox/reply";
import { dropMarked } from "@/lib/sandbox/source/column-drop";
import { composeSource } from "@/lib/sandbox/source/compose-source";
import { driftSource } from "@/lib/sandbox/source/drift-source";
import { capturedVersion } from "@/lib/sandbox/source/effective-state";
import { hostKeyOf } from "@/lib/sandbox/source/host-key";
import { reload } from "@/lib/sandbox/source/reload";
import { runSetupTests, type SetupTestOutcome } from "@/lib/sandbox/source/setup-tests";
import type { Source } from "@/lib/sandbox/source/source";
import type {
  Instant,
  RunningSync,
  SandboxState,
  StoredAlert,
  StoredConnection,
  StoredDestination,
  StoredGroup,
  StoredWebhook,
} from "@/lib/sandbox/state";
import { catchUp, plan, type SyncEnd, type SyncSurroundings } from "@/lib/sandbox/sync-run";
import { eventBody, syncEndData, syncIdOf, type WebhookNotice } from "@/lib/sandbox/webhook-event";

const DAY = 86_400_000;

/** The pretend account at work: finds things, lives through what fell due, and remembers what has to be stored. */
export class World implements SyncSurroundings {
  /** Ids of connections changed since the last store; `all` when something else did. */
  readonly dirty = { connections: new Set<string>(), rest: false };
  /** Told when an event waits to be sent. */
  onNotice?: () => void;
  readonly #sources = new Map<string, Source>();
  readonly #failures = new Map<string, StoredAlert | null>();

  constructor(
    readonly state: SandboxState,
    readonly clock: Clock,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  /** Throws the 404 for an unknown id. */
  connection(id: string): StoredConnection {
    const found = this.state.connections.get(id);
    if (!found) throw noConnection(id);
    catchUp(found, this.now(), this);
    return found;
  }

  connections(): StoredConnection[] {
    const now = this.now();
    const all = [...this.state.connections.values()];
    for (const connection of all) catchUp(connection, now, this);
    return all;
  }

  group(id: string): StoredGroup {
    const found = this.state.groups.get(id);
    if (!found) throw noGroup(id);
    return found;
  }

  destination(id: string): StoredDestination {
    const found = this.state.destinations.get(id);
    if (!found) throw noDestination(id);
    return found;
  }

  webhook(id: string): StoredWebhook {
    const found = this.state.webhooks.get(id);
    if (!found) throw noWebhook(id);
    return found;
  }

  /** Has every webhook that asked for it hear of what happened to a connection, now unless told. */
  notify(connection: StoredConnection, notice: Omit<WebhookNotice, "at"> & { at?: Instant }): void {
    const now = this.now();
    const at = notice.at ?? now;
    // What happened while nobody ran the sandbox has been given up by now.
    if (now - at > DAY) return;
    for (const { id, active, events, group_id } of this.state.webhooks.values()) {
      const meant = group_id === null || group_id === connection.group_id;
      if (!active || !meant || !events.includes(notice.event)) continue;
      const body = eventBody(connection, { ...notice, at });
      this.state.pending_deliveries.push({ webhook_id: id, body, first_at: null, attempts: 0, due_at: at });
      this.changedRest();
      this.onNotice?.();
    }
  }

  syncStarted(connection: StoredConnection, { started_at: at }: RunningSync): void {
    this.notify(connection, { event: "sync_start", at, sync_id: syncIdOf(connection, at) });
  }

  syncEnded(connection: StoredConnection, { started_at }: RunningSync, end: SyncEnd): void {
    const sync_id = syncIdOf(connection, started_at);
    this.notify(connection, { event: "sync_end", at: end.at, sync_id, data: syncEndData(connection, end) });
  }

  /** To be called after every change of a connection that a client or control made. */
  changed(connection: StoredConnection): void {
    this.#failures.delete(connection.id);
    this.dirty.connections.add(connection.id);
  }

  /** As `changed`, for everything that is no connection, the list of connections included. */
  changedRest(): void {
    this.dirty.rest = true;
  }

  replan(connection: StoredConnection): void {
    plan(connection, this.now(), this);
    this.changed(connection);
  }

  remove(connection: StoredConnection): void {
    this.state.connections.delete(connection.id);
    this.#sources.delete(connection.id);
    this.changed(connection);
    this.changedRest();
  }

  newId(): string {
    const { state } = this;
    state.ids_made += 1;
    this.changedRest();
    return newId(state.seed, state.ids_made, (id) =>
      [state.connections, state.groups, state.webhooks].some((known) => known.has(id)),
    );
  }

  /** How approvals name a user: given and family name, where there is one. */
  nameOf(user_id: string): string {
    const user = this.state.users.get(user_id);
    return `${user?.given_name ?? ""} ${user?.family_name ?? ""}`.trim() || user_id;
  }

  publicKey(group_id: string): string {
    const key = hostKeyOf({ seed: this.state.seed, host: group_id, port: 22, generation: 0 }).public_key;
    return `${key.split(" ").slice(0, 2).join(" ")} fivetran user key`;
  }

  /** What the connection's source holds now. Composed on first use, and forgotten when many others were. */
  source(connection: StoredConnection): Source {
    const { id, source_changes } = connection;
    let source: Source =
      this.#sources.get(id) ??
      composeSource({
        service: connection.service,
        connection_id: id,
        seed: this.state.seed,
        schema: connection.schema,
        ...(connection.large ?? {}),
      });
    for (const change of source_changes.slice(source.version)) source = driftSource(source, change);
    this.#sources.delete(id);
    this.#sources.set(id, source);
    const oldest = this.#sources.keys().next().value;
    if (this.#sources.size > 50 && oldest !== undefined) this.#sources.delete(oldest);
    return source;
  }

  /** Runs the setup tests; what the trust flags approved is stored, the setup state is not. */
  test(
    connection: StoredConnection,
    trust: { certificates: boolean; fingerprints: boolean },
  ): SetupTestOutcome {
    return runSetupTests({
      service: connection.service,
      role: "connection",
      // What a secrets manager has is there, though nobody sent it.
      config: {
        ...(connection.external_secrets_manager_id && connection.external_secrets_keys_config),
        ...connection.config,
      },
      auth: connection.auth,
      consented: connection.consented_at !== null,
      network: connection,
      conditions: connection.conditions,
      approvals: {
        certificates: connection.certificates.map(({ hash }) => hash),
        fingerprints: connection.fingerprints.map(({ hash }) => hash),
      },
      trust,
      setup_state: connection.setup_state,
      seed: this.state.seed,
    });
  }

  zoneOf(connection: StoredConnection): number {
    return Number(this.state.destinations.get(connection.group_id)?.time_zone_offset ?? 0);
  }

  failureOf(connection: StoredConnection): StoredAlert | null {
    const known = this.#failures.get(connection.id);
    if (known !== undefined) return known;
    const { tests } = this.test(connection, { certificates: false, fingerprints: false });
    const failed = tests.find(({ status }) => status === "FAILED" || status === "JOB_FAILED");
    const failure = failed
      ? { code: "reconnect", message: failed.message ? `${failed.title}: ${failed.message}` : failed.title }
      : null;
    this.#failures.set(connection.id, failure);
    return failure;
  }

  capture(connection: StoredConnection): void {
    const version = connection.source_changes.length;
    if (capturedVersion(connection.schema_config) < version) {
      connection.schema_config = reload(connection.schema_config, { version }, "PRESERVE");
    }
    if (connection.schema_config.drops.size > 0) {
      connection.schema_config = dropMarked(connection.schema_config, this.source(connection));
      this.changed(connection);
    }
  }
}
