import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { EventReader } from "@/scripts/instances/event-reader";
import { BRIEF } from "@/scripts/launch/child.mjs";
import { testEnv } from "@/scripts/launch/test-env.mjs";

/** One Headgate of several, as a process of its own. */
export interface Instance {
  name: string;
  url: string;
  child: ChildProcess;
  stream: EventReader;
}

/** Starts the bundled API with `times` for its turns; its key at Fivetran is its name. */
export async function startInstance(
  program: string,
  name: string,
  times: object,
  env: Record<string, string>,
): Promise<Instance> {
  const args = [...BRIEF, "--conditions=react-server", program, JSON.stringify(times)];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...(testEnv() as NodeJS.ProcessEnv),
      LOG_LEVEL: "silent",
      FIVETRAN_API_KEY: name,
      FIVETRAN_API_SECRET: "secret",
      HEADGATE_ALERT_NETWORKS: "127.0.0.1",
      ...env,
    },
  });
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { name, url, child, stream: new EventReader(url) };
}

/** What an instance answers. Throws on anything but a success. */
export async function ask<T>({ url }: Instance, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      "accept-encoding": "identity",
      ...(body !== undefined && { "content-type": "application/json", origin: url }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${answer.status} to ${method} ${path}: ${await answer.text()}`);
  const text = await answer.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}
