import type { SetupTest } from "@/lib/model/setup-test";
import type { SourceConditions } from "@/lib/sandbox/source/source-fault";

export interface SetupTestInput {
  /** Connector type, or destination type when `role` is destination. */
  service: string;
  role: "connection" | "destination";
  /** Stored config with its real secrets, not the mask. */
  config: Readonly<Record<string, unknown>>;
  /** Stored auth object, where the connector type has one. */
  auth?: Readonly<Record<string, unknown>> | null;
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

export interface SetupTestOutcome {
  tests: SetupTest[];
  setup_state: "incomplete" | "connected" | "broken";
  /** Whether no test failed. */
  ok: boolean;
  /** What the trust flags approved silently: the caller stores these as approvals. */
  trusted: {
    fingerprints: { hash: string; public_key: string }[];
    certificates: { hash: string; encoded_cert: string }[];
  };
  /** How long a real run would take, in milliseconds of the sandbox clock. */
  duration_ms: number;
}
