import type { SetupTest } from "@/lib/model/setup-test";
import { approveCertificate, approveFingerprint } from "@/lib/sandbox/source/approval";
import type { StoredConnection } from "@/lib/sandbox/state";
import { wireTime } from "@/lib/sandbox/wire-time";
import type { World } from "@/lib/sandbox/world";

/**
 * Runs the setup tests of a connection and takes over what follows: the setup state (a broken connection stays broken
 * until it syncs well), what the trust flags approved, and the first start of a connection that is now set up.
 */
export async function testConnection(
  world: World,
  connection: StoredConnection,
  caller: string,
  trust: { trust_certificates?: boolean | undefined; trust_fingerprints?: boolean | undefined },
  pause: (sandboxMs: number) => Promise<void>,
): Promise<SetupTest[]> {
  const outcome = world.test(connection, {
    certificates: trust.trust_certificates ?? false,
    fingerprints: trust.trust_fingerprints ?? false,
  });
  await pause(outcome.duration_ms);
  // It may have been deleted while the tests ran.
  if (world.state.connections.get(connection.id) !== connection) return outcome.tests;
  approve(world, connection, caller, outcome.trusted);
  const before = connection.setup_state;
  connection.setup_state = outcome.setup_state;
  world.changed(connection);
  if (!outcome.ok && before !== "incomplete") {
    const failure = world.failureOf(connection);
    if (failure) connection.tasks = [failure];
  }
  world.notify(connection, { event: outcome.ok ? "connection_successful" : "connection_failure" });
  if (before === "incomplete" && outcome.ok) world.replan(connection);
  return outcome.tests;
}

export function approve(
  world: World,
  owner: Pick<StoredConnection, "fingerprints" | "certificates">,
  user_id: string,
  trusted: {
    fingerprints: { hash: string; public_key: string }[];
    certificates: { hash: string; encoded_cert: string }[];
  },
): void {
  const approver = { at: wireTime(world.now()), by: world.nameOf(user_id) };
  // Two runs at once may both have met the same unknown key.
  const unknown = (known: readonly { hash: string }[]) => (item: { hash: string }) =>
    known.every(({ hash }) => hash !== item.hash);
  const fingerprints = trusted.fingerprints.filter(unknown(owner.fingerprints));
  const certificates = trusted.certificates.filter(unknown(owner.certificates));
  owner.fingerprints.push(...fingerprints.map((item) => approveFingerprint(item, approver)));
  owner.certificates.push(...certificates.map((item) => approveCertificate(item, approver)));
}
