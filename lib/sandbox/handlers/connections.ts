import { issueCard } from "@/lib/sandbox/card/issue-card";
import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import { serviceOf } from "@/lib/sandbox/catalogue/service";
import { applySettings, nameOf } from "@/lib/sandbox/connection-settings";
import { connectionDetail, connectionItem } from "@/lib/sandbox/connection-view";
import type { Handlers } from "@/lib/sandbox/handler";
import { blankConnection } from "@/lib/sandbox/new-connection";
import { pageOf } from "@/lib/sandbox/page-of";
import { conflict, invalid } from "@/lib/sandbox/reply";
import { startOffset } from "@/lib/sandbox/schedule";
import { testConnection } from "@/lib/sandbox/setup-test-run";
import type { StoredConnection } from "@/lib/sandbox/state";
import { cancelSync, resume, startSync } from "@/lib/sandbox/sync-run";
import type { World } from "@/lib/sandbox/world";

/** What steers a change without being stored; a change of nothing else is refused (fivetran-api, section 4.2). */
const CONTROL_FIELDS = ["run_setup_tests", "trust_certificates", "trust_fingerprints"];
/** Null takes these back. */
const REFERENCES = [
  "private_link_id",
  "proxy_agent_id",
  "hybrid_deployment_agent_id",
  "external_secrets_manager_id",
];

/** As it stands now: a start that is due has taken place, and one deleted meanwhile is gone. */
const detail = (world: World, { id, group_id }: StoredConnection) =>
  connectionDetail(world.connection(id), world.now(), world.publicKey(group_id));

/** A change of more than the pause is an edit as well. */
function notifyOfChange(
  world: World,
  connection: StoredConnection,
  { caller: actor, wasPaused, sent }: { caller: string; wasPaused: boolean; sent: readonly string[] },
): void {
  const properties = sent.filter((name) => name !== "paused" && !CONTROL_FIELDS.includes(name));
  if (properties.length > 0)
    world.notify(connection, { event: "edit_connector", data: { actor, properties } });
  if (connection.paused === wasPaused) return;
  const event = connection.paused ? "pause_connector" : "resume_connector";
  world.notify(connection, { event, data: { actor } });
}

export const connectionHandlers: Handlers<
  | "list_connections"
  | "create_connection"
  | "connection_details"
  | "modify_connection"
  | "delete_connection"
  | "run_setup_tests"
  | "connect_card"
> = {
  list_connections: ({ world, query }) => {
    const now = world.now();
    const items = world
      .connections()
      .filter((c) => query?.group_id === undefined || c.group_id === query.group_id)
      .filter((c) => query?.schema === undefined || c.schema === query.schema);
    return {
      message: "Connections list retrieved successfully",
      data: pageOf(items, query, (c) => connectionItem(c, now)),
    };
  },

  create_connection: async ({ world, caller, body, raw, cardBase, pause }) => {
    const { group_id, service } = body;
    if (!serviceOf(service)) throw invalid(`Unsupported connector service '${service}'`);
    world.group(group_id);
    const now = world.now();
    const draft = blankConnection({ id: "", group_id, service, created_at: now, connected_by: caller });
    applySettings(world, draft, body, new Map([...raw, ["config", raw.get("config") ?? {}]]));
    draft.schema = nameOf(service, draft.config);
    for (const other of world.state.connections.values()) {
      if (other.group_id === group_id && other.schema === draft.schema) {
        throw conflict(`Connection with schema name '${draft.schema}' already exists in group '${group_id}'`);
      }
    }
    const id = world.newId();
    const connection = { ...draft, id, start_offset: startOffset(id), paused: body.paused ?? false };
    world.state.connections.set(connection.id, connection);
    world.notify(connection, { event: "create_connector", data: { actor: caller } });
    const card_config = body.connect_card_config;
    const connect_card =
      card_config && issueCard(world, connection, card_config, cardBase(card_config.redirect_uri));
    const setup_tests =
      body.run_setup_tests === false ? [] : await testConnection(world, connection, caller, body, pause);
    world.replan(connection);
    return {
      message: "Connection has been created",
      data: { ...detail(world, connection), setup_tests, ...(connect_card && { connect_card }) },
    };
  },

  connection_details: ({ world, params }) => ({
    message: "Connection details retrieved successfully",
    data: detail(world, world.connection(params.connectionId)),
  }),

  modify_connection: async ({ world, caller, params, body, raw, pause }) => {
    const stored = world.connection(params.connectionId);
    const sent = [
      ...Object.keys(body),
      ...["schedule"].filter((key) => raw.get(key) != null),
      ...REFERENCES.filter((key) => raw.get(key) === null),
    ];
    if (sent.every((key) => CONTROL_FIELDS.includes(key))) {
      throw invalid("At least one field of the connection must be given; to run setup tests alone use /test");
    }
    for (const field of ["trust_certificates", "trust_fingerprints"] as const) {
      if (body[field] && body.run_setup_tests === false) {
        throw invalid(`Field '${field}' needs run_setup_tests to be true`);
      }
    }
    if (body.schema_status && connectorType(stored.service)?.capabilities.databaseLike) {
      throw invalid(
        `Field 'schema_status' does not apply to service '${stored.service}': its schema is read by a reload`,
      );
    }
    const draft = { ...stored };
    applySettings(world, draft, body, raw);
    const connection = Object.assign(stored, draft);
    const wasPaused = connection.paused;
    connection.paused = body.paused ?? wasPaused;
    notifyOfChange(world, connection, { caller, wasPaused, sent });
    // A pause ends a running sync as canceled.
    if (connection.paused) cancelSync(connection, world.now(), world);
    if (body.schema_status) connection.schema_status = body.schema_status;
    // Told to load nothing, it does not go on loading.
    if (body.schema_status === "blocked_on_capture" && !connection.running?.capture)
      cancelSync(connection, world.now(), world);
    if (body.is_historical_sync) {
      connection.is_historical_sync = true;
      connection.queued = "historical";
      cancelSync(connection, world.now(), world);
      if (!connection.paused) startSync(connection, world.now(), world, true);
    }
    world.changed(connection);
    if (wasPaused && !connection.paused) resume(connection, world.now(), world);
    else if (!connection.running) world.replan(connection);
    const setup_tests =
      body.run_setup_tests === false ? [] : await testConnection(world, connection, caller, body, pause);
    return {
      message: "Connection has been updated",
      data: { ...detail(world, connection), setup_tests },
    };
  },

  delete_connection: ({ world, caller, params }) => {
    const connection = world.connection(params.connectionId);
    world.remove(connection);
    world.notify(connection, { event: "delete_connector", data: { actor: caller } });
    return { message: `Connection with id '${connection.id}' has been deleted` };
  },

  connect_card: ({ world, params, body, cardBase }) => {
    const connection = world.connection(params.connectionId);
    const { connect_card_config } = body;
    const base = cardBase(connect_card_config.redirect_uri);
    const connect_card = issueCard(world, connection, connect_card_config, base);
    return {
      message: "Connection Connect Card has been created",
      data: { connector_id: connection.id, connect_card, connect_card_config },
    };
  },

  run_setup_tests: async ({ world, caller, params, body, pause }) => {
    const connection = world.connection(params.connectionId);
    const setup_tests = await testConnection(world, connection, caller, body, pause);
    return {
      message: "Setup tests have been completed",
      data: { ...detail(world, connection), setup_tests },
    };
  },
};
