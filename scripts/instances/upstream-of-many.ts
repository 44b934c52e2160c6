import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  /** The key that the instance was given. */
  who: string;
  /** As "GET /v1/connections?limit=1000". */
  what: string;
  /** In milliseconds of this process. */
  at: number;
}

/** Stands before one sandbox for several instances and tells them apart by their keys. */
export class UpstreamOfMany {
  readonly asked: Asked[] = [];
  /** Answers to requests that this matches wait until it is null again, or matches them no more. */
  holding: ((asked: Asked) => boolean) | null = null;
  readonly #waiting: { asked: Asked; go: () => void }[] = [];
  readonly #server = createServer((request, response) => {
    // One that was killed hangs up in the middle.
    this.#pass(request, response).catch(() => response.destroy());
  });

  /** @param target the sandbox's address, ends in /v1 */
  constructor(private readonly target: string) {}

  async start(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Who asked for the list of connections since, in turn. */
  sweepers(since = 0): string[] {
    return this.asked.filter((it) => it.at >= since && isSweep(it)).map(({ who }) => who);
  }

  hold(which: (asked: Asked) => boolean): void {
    this.holding = which;
  }

  get held(): number {
    return this.#waiting.length;
  }

  release(): void {
    this.holding = null;
    for (const { go } of this.#waiting.splice(0)) go();
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const [, basic = ""] = (incoming.headers.authorization ?? "").split(" ");
    const [who = ""] = Buffer.from(basic, "base64").toString().split(":");
    const asked = { who, what: `${incoming.method} ${incoming.url}`, at: performance.now() };
    this.asked.push(asked);
    const headers = {
      ...incoming.headers,
      authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`,
    };
    const onward = send(new URL(incoming.url ?? "", this.target), {
      method: incoming.method,
      headers,
      // A kept connection may be closed by the sandbox while a request is on its way.
      agent: false,
    });
    outgoing.on("error", () => onward.destroy());
    const answered = once(onward, "response") as Promise<[IncomingMessage]>;
    onward.on("error", () => outgoing.destroy());
    incoming.on("error", () => onward.destroy()).pipe(onward);
    const [answer] = await answered;
    answer.on("error", () => outgoing.destroy());
    if (this.holding?.(asked)) await new Promise<void>((go) => this.#waiting.push({ asked, go }));
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  }
}

/** The first page of a sweep. */
export const isSweep = ({ what }: Asked): boolean =>
  what.startsWith("GET /v1/connections?") && !what.includes("cursor=");
