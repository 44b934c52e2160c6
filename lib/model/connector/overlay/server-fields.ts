import type { Condition } from "@/lib/model/connector/overlay/form-overlay";

export const TUNNEL: Condition = {
  when: { connection_type: ["SshTunnel"] },
  show: ["tunnel_host", "tunnel_port", "tunnel_user"],
  needed: ["tunnel_host", "tunnel_port", "tunnel_user"],
};
export const SERVER = ["host", "port", "database", "user", "auth_method", "password"];
export const NETWORK = ["connection_type", "tunnel_host", "tunnel_port", "tunnel_user", "always_encrypted"];
