import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface FixtureProcess {
  child: ChildProcess;
  /** The next line it writes; rejects when it ends first. */
  line(): Promise<string>;
  /** Ends it as a power cut would, and waits for that. */
  kill(): Promise<void>;
}

/** Runs a TypeScript file of this folder as a real second process. */
export function runFixture(name: string, ...args: string[]): FixtureProcess {
  const path = join(import.meta.dirname, name);
  const child = spawn(
    process.execPath,
    ["--liftoff-only", "--conditions=react-server", "--import", "tsx", path, ...args],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, "exit");
  return {
    child,
    line: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended`);
      return value;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
