import "server-only";
import { singleton } from "@/lib/singleton";

/** How patient jobs are, in milliseconds. */
export interface JobTimes {
  /** Rests before each look at whether a request whose answer was lost was carried out. */
  looks: readonly number[];
  /** How long such a look is tried while Fivetran cannot be asked, and the rest between two tries. */
  unreachable: number;
  retry: number;
  /** How long a write waits for quota. */
  quota: number;
  /** How long a turn to write to a connection holds without being renewed, and how often it is. */
  turn: { lease: number; renew: number };
}

const USUAL: JobTimes = {
  looks: [0, 2_000, 5_000, 10_000],
  unreachable: 600_000,
  retry: 10_000,
  quota: 300_000,
  turn: { lease: 30_000, renew: 10_000 },
};

const held = () => singleton("job-times", () => ({ times: USUAL }));

export const jobTimes = (): JobTimes => held().times;

export function setJobTimes(times: Partial<JobTimes>): void {
  held().times = { ...USUAL, ...times };
}
