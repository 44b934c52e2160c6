import type { ConnectCardConfig } from "@/lib/contract/connection-rows";
import type { SetupTest } from "@/lib/model/setup-test";

/** The connect card of a connection that was issued last; a newer one takes its place. Times on the sandbox's clock. */
export interface StoredCard {
  id: string;
  config: ConnectCardConfig;
  expires_at: number;
  /** Null while it may still be filled in. */
  completed_at: number | null;
  /** What the setup tests said when somebody last sent the card in; null before. */
  tests: SetupTest[] | null;
}
