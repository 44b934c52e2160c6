import {
  apiStep,
  asksConsent,
  consentStep,
  databaseStep,
  filesStep,
  permissionStep,
  placeStep,
  takes,
} from "@/lib/sandbox/source/access-steps";
import {
  certificateStep,
  hostStep,
  privateLinkStep,
  proxyAgentStep,
  sshHostStep,
  tunnelStep,
  usesTunnel,
} from "@/lib/sandbox/source/network-steps";
import type { SetupStep } from "@/lib/sandbox/source/setup-step";
import type { SetupTestInput } from "@/lib/sandbox/source/setup-tests";
import { checksCertificates, sourceKindOf } from "@/lib/sandbox/source/source-kind";

/** The setup tests of a type, in the order they run. */
export function stepsFor(input: SetupTestInput): SetupStep[] {
  return [...entrance(input), ...(asksConsent(input) ? [consentStep] : []), ...inside(input)];
}

/** How the traffic enters the network of the far end. */
function entrance(input: SetupTestInput): SetupStep[] {
  if (usesTunnel(input) && takes(input, "tunnel_host")) return [tunnelStep];
  switch (input.config.connection_type ?? input.network.networking_method) {
    case "PrivateLink":
      return [privateLinkStep];
    case "ProxyAgent":
      return [proxyAgentStep];
    default:
      return [];
  }
}

function inside(input: SetupTestInput): SetupStep[] {
  const { service, role } = input;
  const kind = role === "destination" ? "database" : sourceKindOf(service);
  if (service === "sftp")
    return [usesTunnel(input) ? hostStep("host", 22) : sshHostStep, databaseStep, filesStep];
  if (service === "ftp") return [hostStep("host", 21), databaseStep, filesStep];
  if (kind === "file") return [placeStep, filesStep];

  const host = ["host", "server_host_name", "hosts"].find((name) => takes(input, name));
  if (kind === "application" || !host) return [apiStep, permissionStep];
  return [
    hostStep(host, defaultPort(service, host)),
    ...(checksCertificates(role, service) ? [certificateStep] : []),
    databaseStep,
    permissionStep,
  ];
}

function defaultPort(service: string, host: string): number | undefined {
  if (host === "hosts") return 27_017;
  return /snowflake|databricks/.test(service) ? 443 : undefined;
}
