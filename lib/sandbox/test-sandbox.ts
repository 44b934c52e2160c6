import type { SandboxOptions } from "@/lib/sandbox/options";
import { createSandbox, type Sandbox } from "@/lib/sandbox/sandbox";

export interface Told {
  status: number;
  headers: Headers;
  // A test reads whatever place of the body its promise is about.
  body: Record<string, unknown>;
}

export interface TestSandbox extends Sandbox {
  /** A call of the API, path relative to /v1, signed in; `body` undefined sends none. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Told>;
  /** `data` of a call that has to succeed. */
  data<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
  control(method: string, path: string, body?: unknown): Promise<Told>;
  /** Lets sandbox time pass; nothing else does. */
  pass(ms: number): void;
}

export const NOON = Date.UTC(2026, 2, 10, 12);
export const SIGNED_IN = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;

/** For tests: a sandbox whose time stands at 2026-03-10 12:00 UTC until the test lets it pass. */
export async function testSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  let now = NOON;
  const sandbox = await createSandbox({ realNow: () => now, wait: async () => {}, ...options });
  const send = async (
    method: string,
    target: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Told> => {
    const text = typeof body === "string" ? body : body === undefined ? undefined : JSON.stringify(body);
    const response = await sandbox.fetch(
      new Request(`http://127.0.0.1${target}`, {
        method,
        headers: { ...(text !== undefined && { "Content-Type": "application/json" }), ...headers },
        ...(text !== undefined && { body: text }),
      }),
    );
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    };
  };
  const call: TestSandbox["call"] = (method, path, body, headers = {}) =>
    send(method, `/v1${path}`, body, { Authorization: SIGNED_IN, ...headers });
  return {
    ...sandbox,
    call,
    data: async <T>(method: string, path: string, body?: unknown) => {
      const told = await call(method, path, body);
      if (told.status >= 300)
        throw new Error(`${method} ${path}: ${told.status} ${JSON.stringify(told.body)}`);
      return told.body.data as T;
    },
    control: (method, path, body) => send(method, `/_sandbox${path}`, body, { Host: "127.0.0.1" }),
    pass: (ms) => {
      now += ms;
    },
  };
}
