import type { SetupTest } from "@/lib/model/setup-test";
import { dice } from "@/lib/sandbox/source/dice";
import { stepsFor } from "@/lib/sandbox/source/setup-plan";
import { type Finding, skipped } from "@/lib/sandbox/source/setup-step";
import type { SourceConditions } from "@/lib/sandbox/source/source-fault";

export interface SetupTestInput {
  /** Connector type, or destination type when `role` is destination. */
  service: string;
  role: "connection" | "destination";
  /** Stored config with its real secrets, not the mask. */
  config: Readonly<Record<string, unknown>>;
  /** Stored auth object, where the connector type has one. */
  auth?: Readonly<Record<string, unknown>> | null;
  /** Whether somebody consented in the source's own pages. */
  consented?: boolean;
  network: {
    networking_method?: string | null;
    private_link_id?: string | null;
    proxy_agent_id?: string | null;
  };
  conditions: SourceConditions;
  /** Hashes of approved items. */
  approvals: { certificates: readonly string[]; fingerprints: readonly string[] };
  trust: { certificates: boolean; fingerprints: boolean };
  /** Setup state before the run: tests alone never lift `broken` (only a good sync does). */
  setup_state: "incomplete" | "connected" | "broken";
  seed: number;
}

/** What the trust flags approved silently: the caller stores these as approvals. */
export interface Trusted {
  fingerprints: { hash: string; public_key: string }[];
  certificates: { hash: string; encoded_cert: string }[];
}

export interface SetupTestOutcome {
  tests: SetupTest[];
  setup_state: "incomplete" | "connected" | "broken";
  /** Whether no test failed. */
  ok: boolean;
  trusted: Trusted;
  /** How long a real run would take, in milliseconds of the sandbox clock. */
  duration_ms: number;
}

/**
 * Runs the setup tests of a connection or destination against its pretended far end. A failed test never throws: it is
 * a row with its cause, and the rows after it are SKIPPED. `setup_state` after the run: a failure leaves `incomplete` as
 * it is and breaks the rest; success connects, but does not lift `broken`.
 *
 * Causes are the faults of `conditions` and settings that are evidently bad:
 * - networking: SSH tunnel without host or user, private link or proxy agent without its id;
 * - a missing host, a host under `.invalid` (unknown), a port that is missing or not within 1 to 65535;
 * - a missing user; no password, key or token at all where the type takes one; any setting that is the word `wrong`;
 * - a missing bucket, container or folder of a file source;
 * - an SSH host key that was not approved (`details`: one fingerprint) or no longer is the approved one;
 * - a server certificate, where TLS is on for MySQL, PostgreSQL and SQL Server families, of which no link was approved
 *   (`details`: the chain). TLS is on when `always_encrypted` is true; false without a tunnel is a WARNING.
 * - a type that is authorised in the browser, without credentials and while nobody has consented by a connect card.
 * Sources: fivetran-api 4.4 and 8; D: tutorials/get-connection-fingerprint-details, get-destination-certificate-details.
 */
export function runSetupTests(input: SetupTestInput): SetupTestOutcome {
  const trusted: Trusted = { fingerprints: [], certificates: [] };
  const tests: SetupTest[] = [];
  let failed = false;
  let duration_ms = 0;

  for (const { title, check } of stepsFor(input)) {
    const finding: Finding = failed ? skipped("An earlier test failed.") : check(input, trusted);
    const { took, ...row } = finding;
    tests.push({ title, ...row });
    duration_ms += took ?? (failed ? 0 : 300 + dice(input.seed, input.service, title).roll(900));
    failed ||= finding.status === "FAILED";
  }
  return { tests, setup_state: stateAfter(input.setup_state, !failed), ok: !failed, trusted, duration_ms };
}

function stateAfter(before: SetupTestInput["setup_state"], ok: boolean): SetupTestInput["setup_state"] {
  if (ok) return before === "broken" ? "broken" : "connected";
  return before === "incomplete" ? "incomplete" : "broken";
}
