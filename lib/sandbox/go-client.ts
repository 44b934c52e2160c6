import { request } from "node:http";
import { type GoType, goFaults } from "@/lib/sandbox/go-decode";

export interface GoAnswer<T> {
  status: number;
  code: string;
  message: string;
  data: T;
}

interface Sent {
  body?: unknown;
  query?: Readonly<Record<string, string | number>>;
  /** The SDK asks for version 2 in some calls and sends no Accept at all in the others. */
  version2?: boolean;
}

/** For tests: calls as the Go SDK makes them, byte for byte, and refuses what its decoder would refuse. */
export class GoClient {
  readonly #authorization = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;

  constructor(readonly base: string) {}

  /** Throws where the answer is no JSON or does not fit `shape`; a status other than expected is the caller's. */
  async do<T = Record<string, unknown>>(
    method: string,
    path: string,
    shape: GoType,
    { body, query, version2 = false }: Sent = {},
  ): Promise<GoAnswer<T>> {
    const url = new URL(this.base);
    const search = query
      ? `?${new URLSearchParams(Object.entries(query).map(([k, v]) => [k, String(v)]))}`
      : "";
    const text = body === undefined ? "" : JSON.stringify(body);
    const { status, answer } = await new Promise<{ status: number; answer: string }>((resolve, reject) => {
      const call = request(
        {
          host: url.hostname,
          port: url.port,
          method,
          // A hash goes into the path as it is.
          path: `${url.pathname}${path}${search}`,
          headers: {
            Authorization: this.#authorization,
            "User-Agent": "Go-Fivetran/1.3.3",
            ...(method !== "GET" && {
              "Content-Type": "application/json",
              "Content-Length": Buffer.byteLength(text),
            }),
            ...(version2 && { Accept: "application/json;version=2" }),
          },
        },
        (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece: Buffer) => pieces.push(piece));
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, answer: Buffer.concat(pieces).toString("utf8") }),
          );
          response.on("error", reject);
        },
      );
      call.on("error", reject);
      call.end(text);
    });
    const json: unknown = JSON.parse(answer);
    const faults = goFaults(shape, json);
    if (faults.length > 0) throw new Error(`${method} ${path} does not decode: ${faults.join("; ")}`);
    return { status, ...(json as Omit<GoAnswer<T>, "status">) };
  }
}
