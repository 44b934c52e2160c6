import "server-only";
import { singleton } from "@/lib/singleton";

/** How patient the creation of a connection is, in milliseconds. */
export interface SetupTimes {
  /** Rests before each look for a connection whose answer was lost. */
  looks: readonly number[];
  /** How long a page waits for the outcome; it goes on without it. */
  answer: number;
}

const USUAL: SetupTimes = { looks: [0, 2_000, 5_000, 10_000], answer: 25_000 };

const held = () => singleton("setup-times", () => ({ times: USUAL }));

export const setupTimes = (): SetupTimes => held().times;

export function setSetupTimes(times: Partial<SetupTimes>): void {
  held().times = { ...USUAL, ...times };
}
