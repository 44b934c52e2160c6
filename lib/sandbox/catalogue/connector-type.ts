import { fieldNamed } from "@/lib/sandbox/catalogue/field";
import { secretPaths } from "@/lib/sandbox/catalogue/mask-config";
import { derivedOverlay } from "@/lib/sandbox/catalogue/overlay/derived-overlay";
import type { Overlay } from "@/lib/sandbox/catalogue/overlay/overlay";
import { overlayOf } from "@/lib/sandbox/catalogue/overlay/overlay-of";
import { type ServiceFacts, serviceOf } from "@/lib/sandbox/catalogue/service";

export type ConnectorType = Overlay & {
  readonly facts: ServiceFacts;
  /** True where nobody has described the type by hand: all of this follows from its id and fields. */
  readonly derived: boolean;
  readonly capabilities: Capabilities;
};

export type Capabilities = {
  readonly connectionResync: boolean;
  readonly tableResync: boolean;
  readonly columnHashing: boolean;
  /** `supports_columns_config` of its tables. */
  readonly columnsConfig: boolean;
  /** Tables may switch between SOFT_DELETE and HISTORY. */
  readonly historyMode: boolean;
  readonly captureDeletes: boolean;
  /** A person has to grant access in the source's own pages, or hand over tokens got there. */
  readonly oauth: boolean;
  /** Its schema is read by a reload before the first sync, rather than captured by one. */
  readonly databaseLike: boolean;
  /** Of a family whose TLS certificate Fivetran asks to be approved: MySQL, PostgreSQL, SQL Server. */
  readonly certificates: boolean;
  readonly tunnel: boolean;
  readonly privateNetworking: boolean;
  /** Has a state that GET and PATCH /connections/{id}/state serve. */
  readonly state: boolean;
};

const CERTIFIED =
  /^(?:(?:aurora|azure|google_cloud|heroku)_postgres(?:ql)?|postgres(?:_rds)?|aurora|(?:mysql|maria)(?:_azure|_rds)?|google_cloud_mysql|magento_mysql(?:_rds)?|sql_server.*|azure_sql_(?:db|managed_db)|google_cloud_sqlserver)$/;
const STATEFUL = new Set(["aws_lambda", "azure_function", "google_cloud_function", "connector_sdk"]);
const known = new Map<string, ConnectorType>();

/** All that is known of a connector type, described by hand or derived; undefined for a type that does not exist. */
export function connectorType(id: string): ConnectorType | undefined {
  const found = known.get(id);
  if (found) return found;
  const facts = serviceOf(id);
  if (!facts) return undefined;
  const overlay = overlayOf(id);
  const description = overlay ?? derivedOverlay(facts);
  const type = {
    ...description,
    facts,
    derived: overlay === undefined,
    capabilities: capabilitiesOf(facts, description),
  };
  known.set(id, type);
  return type;
}

function capabilitiesOf(facts: ServiceFacts, { type, features }: Overlay): Capabilities {
  const has = (name: string) => fieldNamed(facts.config, name) !== undefined;
  const offers = (name: string, way: string) => {
    const shape = fieldNamed(facts.config, name)?.shape;
    return (
      shape?.kind === "enum" &&
      shape.options.some((option) => option.replaceAll("_", "").toLowerCase() === way)
    );
  };
  return {
    connectionResync: features.resync !== "none",
    tableResync: features.resync === "table",
    columnHashing: features.hashing,
    columnsConfig: features.blocking === "column",
    historyMode: features.history,
    captureDeletes: features.deletes !== "none",
    oauth: asksForConsent(facts),
    databaseLike: type === "Database" || type === "Warehouse",
    certificates: CERTIFIED.test(facts.id),
    // Some sources list SshTunnel without a field for the tunnel, one has the fields without the choice.
    tunnel:
      offers("connection_method", "sshtunnel") ||
      (has("tunnel_host") && (!has("connection_type") || offers("connection_type", "sshtunnel"))),
    privateNetworking:
      offers("connection_type", "privatelink") ||
      offers("connection_method", "privatelink") ||
      has("is_private_link_required"),
    state: STATEFUL.has(facts.id),
  };
}

function asksForConsent(facts: ServiceFacts): boolean {
  const auth = facts.auth ?? [];
  if (fieldNamed(auth, "client_access") || fieldNamed(auth, "refresh_token")) return true;
  // A type with nothing secret to send, nor anything to paste into the source, can only be authorised in a browser.
  return (
    auth.length + facts.readonly.length + secretPaths(facts.id).length === 0 && facts.id !== "fivetran_log"
  );
}
