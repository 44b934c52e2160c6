import type { Condition, FormOverlay } from "@/lib/model/connector/overlay/form-overlay";
import { NETWORK, TUNNEL } from "@/lib/model/connector/overlay/server-fields";

const DOCUMENTS: readonly Condition[] = [
  TUNNEL,
  { when: { packing_mode: ["UseUnpackedModeOnly"] }, show: ["packed_mode_tables"] },
];

export const MONGO_FORM: FormOverlay = {
  order: [
    "schema_prefix",
    "hosts",
    "database",
    "user",
    "password",
    ...NETWORK,
    "packing_mode",
    "packed_mode_tables",
  ],
  defaults: {
    connection_type: "Directly",
    packing_mode: "UseUnpackedModeOnly",
    binary_representation: "Base64",
    tunnel_port: 22,
  },
  needed: ["hosts", "user", "password"],
  conditions: DOCUMENTS,
  labels: {
    hosts: {
      title: "Hosts",
      description: "The primary and every replica, each as host:port, or one SRV record.",
      example: "mongo-0.example.com:27017",
    },
    packing_mode: {
      title: "Documents arrive",
      description: "As one JSON column, or as one column per field.",
    },
    packed_mode_tables: { title: "Collections kept packed", example: "shop.orders" },
  },
};

export const DOCUMENTDB_FORM: FormOverlay = {
  order: ["schema_prefix", "host", "port", "user", "password", ...NETWORK, "sync_pack_mode"],
  defaults: { port: 27017, connection_type: "SshTunnel", tunnel_port: 22 },
  needed: ["host", "port", "user", "password"],
  conditions: [TUNNEL],
};

export const SEARCH_FORM: FormOverlay = {
  order: ["schema", "host", "port", "authentication_method", "user", "password", "auth.api_key", ...NETWORK],
  defaults: { port: 9243, connection_type: "Directly", authentication_method: "BASICAUTH", tunnel_port: 22 },
  needed: ["host", "port"],
  conditions: [
    TUNNEL,
    {
      when: { authentication_method: ["BASICAUTH"] },
      show: ["user", "password"],
      needed: ["user", "password"],
    },
    { when: { authentication_method: ["APIKEY"] }, show: ["auth.api_key"], needed: ["auth.api_key"] },
  ],
};
