import "server-only";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP } from "node:net";
import { redactText } from "@/lib/auth/redact";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { networkReason } from "@/lib/fivetran/network-reason";
import { retryAt } from "@/lib/fivetran/retry-after";
import { outgoingAddress } from "@/lib/sync/alerts/outgoing-address";
import type { SendOutcome } from "@/lib/sync/alerts/send-outcome";

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 4_096;

/** One message as it is posted; `url` may be a secret. */
export interface Posting {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** These will not get better by themselves; 408, 409, 425 and 429 may. */
const isFinal = (status: number): boolean =>
  status >= 300 && status < 500 && ![408, 409, 425, 429].includes(status);

/** Posts JSON to an address of the internet, or of a network that is allowed; follows no redirect. Never rejects. */
export async function postOutside(
  { url, headers, body }: Posting,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const target = new URL(url);
  let address: string;
  try {
    address = await outgoingAddress(target.hostname, env().alert_networks);
  } catch (error) {
    const refused = error instanceof AppError && error.code === "invalid";
    return { sent: false, answer: textOf(error), unsure: false, final: refused };
  }
  let connected = false;
  try {
    const { status, text, retry_at } = await new Promise<Answer>((resolve, reject) => {
      const secure = target.protocol === "https:";
      const name = target.hostname.replace(/^\[(.*)\]$/, "$1");
      const asked = (secure ? secureRequest : plainRequest)(
        {
          host: address,
          ...(secure && { servername: isIP(name) ? "" : name }),
          port: target.port || (secure ? 443 : 80),
          path: `${target.pathname}${target.search}`,
          method: "POST",
          agent: false,
          signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
          headers: {
            ...headers,
            host: target.host,
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            "user-agent": "Headgate",
          },
        },
        (response) => readAnswer(response).then(resolve, reject),
      );
      asked.on("socket", (socket) => {
        socket.on(secure ? "secureConnect" : "connect", () => {
          connected = true;
        });
      });
      asked.on("error", reject);
      asked.end(body);
    });
    const answer = redactText(`${status} ${text}`.trim());
    if (status >= 200 && status < 300) return { sent: true, answer };
    const told = status >= 300 && status < 400 ? `${status}: a redirect, which is not followed.` : answer;
    return {
      sent: false,
      answer: told,
      unsure: false,
      final: isFinal(status),
      ...(retry_at !== null && { retry_at }),
    };
  } catch (error) {
    const late = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
    const answer = late ? "No answer within 15 s." : `No answer: ${textOf(error)}`;
    return { sent: false, answer, unsure: connected, final: false };
  }
}

interface Answer {
  status: number;
  text: string;
  retry_at: number | null;
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  let text = "";
  response.setEncoding("utf8");
  for await (const piece of response) {
    text += piece;
    if (text.length >= MOST_BYTES) break;
  }
  response.destroy();
  return {
    status: response.statusCode ?? 0,
    // One line: it stands in a list.
    text: text.slice(0, 200).replace(/\s+/g, " "),
    retry_at: retryAt(response.headers["retry-after"], response.headers.date, Date.now()),
  };
}

/** What went wrong, without an address that may be a secret. */
function textOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = networkReason(code);
  if (reason !== undefined) return `${reason} (${code}).`;
  return redactText(code || (error instanceof Error ? error.message : "it failed"));
}
