import type { SetupTest } from "@/lib/model/setup-test";
import type { SetupTestInput, Trusted } from "@/lib/sandbox/source/setup-tests";

/** The result of one step: a row of the answer without its title. */
export type Finding = Omit<SetupTest, "title"> & {
  /** Milliseconds, where it takes longer than a step usually does: a connection that times out. */
  took?: number;
};

export interface SetupStep {
  title: string;
  check(input: SetupTestInput, trusted: Trusted): Finding;
}

export const PASSED: Finding = { status: "PASSED", message: "" };

export const TIMEOUT_MS = 10_000;

export function skipped(message: string): Finding {
  return { status: "SKIPPED", message };
}

export function warning(message: string): Finding {
  return { status: "WARNING", message };
}

export function failure(message: string, details?: unknown): Finding {
  return details === undefined ? { status: "FAILED", message } : { status: "FAILED", message, details };
}

export function timeout(message: string): Finding {
  return { ...failure(message), took: TIMEOUT_MS };
}

/** A setting as text; numbers count, because version 1 clients send ports as strings and others as numbers. */
export function setting(config: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(config, name) ? config[name] : undefined;
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
