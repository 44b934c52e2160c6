import "server-only";
import { singleton } from "@/lib/singleton";

/** How instances that share a database take turns, in milliseconds. */
export interface PollerTimes {
  /** So long the lease of who polls holds without being renewed. */
  lease: number;
  /** So often it is renewed, or tried for: one that was killed is replaced after both together at most. */
  beat: number;
  /** So long a process counts as alive after it said so. */
  alive: number;
  /** So often what dead processes left unfinished is looked for. */
  settle: number;
}

const USUAL: PollerTimes = { lease: 20_000, beat: 5_000, alive: 30_000, settle: 10_000 };

const held = () => singleton("poller-times", () => ({ times: USUAL }));

export const pollerTimes = (): PollerTimes => held().times;

export function setPollerTimes(times: Partial<PollerTimes>): void {
  held().times = { ...USUAL, ...times };
}
