import type { NetworkMethod } from "@/lib/model/connector/network-method";

const WORDS: Record<NetworkMethod, string> = {
  Directly: "Directly",
  SshTunnel: "SSH tunnel",
  PrivateLink: "Private link",
  ProxyAgent: "Proxy agent",
};

/** How the source is reached, in words; undefined where nothing is chosen. */
export function networkWords(method: NetworkMethod | null): string | undefined {
  return method === null ? undefined : WORDS[method];
}
