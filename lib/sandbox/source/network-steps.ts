import { certificateChainOf } from "@/lib/sandbox/source/certificate";
import { hostKeyOf } from "@/lib/sandbox/source/host-key";
import {
  type Finding,
  failure,
  PASSED,
  type SetupStep,
  setting,
  skipped,
  timeout,
  warning,
} from "@/lib/sandbox/source/setup-step";
import type { SetupTestInput, Trusted } from "@/lib/sandbox/source/setup-tests";

/** Whether the connection goes through an SSH tunnel; any tunnel setting means so where none is named. */
export function usesTunnel({ config, network }: SetupTestInput): boolean {
  const named = setting(config, "connection_type") || setting(config, "connection_method");
  if (named) return plain(named) === "sshtunnel";
  if (network.networking_method) return plain(network.networking_method) === "sshtunnel";
  return setting(config, "tunnel_host") !== "" || setting(config, "tunnel_user") !== "";
}

/** The SSH tunnel: reached, known by its approved host key, entered. */
export const tunnelStep: SetupStep = {
  title: "SSH Tunnel Connection",
  check(input, trusted) {
    const host = setting(input.config, "tunnel_host");
    const address = addressFault(host, setting(input.config, "tunnel_port") || "22", "tunnel");
    if (address) return address;
    if (input.conditions.faults.includes("tunnel_down")) {
      return timeout(`The SSH server ${host} did not answer in time.`);
    }
    const port = Number(setting(input.config, "tunnel_port") || 22);
    const key = checkHostKey(input, host, port, trusted);
    if (key) return key;
    return setting(input.config, "tunnel_user") === "" ? failure("Auth fail") : PASSED;
  },
};

/** The server itself, seen from where the connection enters its network. */
export function hostStep(field: string, defaultPort?: number): SetupStep {
  return {
    title: "Host Connection",
    check(input) {
      const host = setting(input.config, field) || firstOf(input.config.hosts);
      const port = setting(input.config, "port") || portIn(host) || String(defaultPort ?? "");
      const name = host.replace(/:\d+$/, "");
      const address = addressFault(name, port, "database");
      if (address) return address;
      const { faults } = input.conditions;
      if (faults.includes("host_unknown")) return unknownHost(name);
      if (faults.includes("host_down")) return timeout(`${name}:${port} did not answer in time.`);
      if (faults.includes("port_closed")) return failure(`${name}:${port} refused the connection.`);
      return PASSED;
    },
  };
}

/** A server that speaks SSH itself, as SFTP does. */
export const sshHostStep: SetupStep = {
  title: "Host Connection",
  check(input, trusted) {
    const reached = hostStep("host", 22).check(input, trusted);
    if (reached.status !== "PASSED") return reached;
    const port = Number(setting(input.config, "port") || 22);
    return checkHostKey(input, setting(input.config, "host"), port, trusted) ?? PASSED;
  },
};

/** The server's certificate, for the families where one has to be approved. */
export const certificateStep: SetupStep = {
  title: "Validate Certificate",
  check(input, trusted) {
    if (input.config.always_encrypted !== true && input.config.always_encrypted !== "true") {
      return input.config.always_encrypted === false && !usesTunnel(input)
        ? warning("TLS is off: data would cross the network unencrypted.")
        : skipped("TLS is not required.");
    }
    const { seed, conditions, approvals, trust } = input;
    const host = setting(input.config, "host");
    const chain = certificateChainOf({ seed, host, generation: conditions.certificate_generation });
    if (chain.some(({ hash }) => approvals.certificates.includes(hash))) return PASSED;
    if (trust.certificates) {
      trusted.certificates.push(
        ...chain.slice(0, 1).map(({ hash, encoded_cert }) => ({ hash, encoded_cert })),
      );
      return PASSED;
    }
    return failure(
      approvals.certificates.length > 0
        ? `The certificate of ${host} has changed and was not approved.`
        : `The certificate of ${host} was not approved.`,
      chain,
    );
  },
};

export const privateLinkStep: SetupStep = {
  title: "Private Link Connection",
  check: ({ network }) => (network.private_link_id ? PASSED : failure("No private link is chosen.")),
};

export const proxyAgentStep: SetupStep = {
  title: "Proxy Agent Connection",
  check: ({ network }) => (network.proxy_agent_id ? PASSED : failure("No proxy agent is chosen.")),
};

function checkHostKey(input: SetupTestInput, host: string, port: number, trusted: Trusted): Finding | null {
  const { seed, conditions, approvals, trust } = input;
  const key = hostKeyOf({ seed, host, port, generation: conditions.host_key_generation });
  if (approvals.fingerprints.includes(key.hash)) return null;
  if (trust.fingerprints) {
    trusted.fingerprints.push({ hash: key.hash, public_key: key.public_key });
    return null;
  }
  return failure(
    approvals.fingerprints.length > 0
      ? `The SSH host key of ${host} has changed and was not approved.`
      : `The SSH host key of ${host} was not approved.`,
    key,
  );
}

function addressFault(host: string, port: string, what: string): Finding | null {
  if (host === "") return failure(`The ${what} host is missing.`);
  if (/(^|\.)invalid\.?$/i.test(host)) return unknownHost(host);
  if (port === "") return failure(`The ${what} port is missing.`);
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    return failure(`The ${what} port ${port} is not within 1 to 65535.`);
  }
  return null;
}

function unknownHost(host: string): Finding {
  return failure(`The host ${host} is unknown.`);
}

function firstOf(hosts: unknown): string {
  return Array.isArray(hosts) && typeof hosts[0] === "string" ? hosts[0].trim() : "";
}

function portIn(host: string): string {
  return /:(\d+)$/.exec(host)?.[1] ?? "";
}

function plain(word: string): string {
  return word.replace(/[^a-z]/gi, "").toLowerCase();
}
