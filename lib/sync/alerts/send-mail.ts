import "server-only";
import { createTransport } from "nodemailer";
import { redactText } from "@/lib/auth/redact";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { MailSettings } from "@/lib/model/alert/alert-channel";
import { outgoingAddress } from "@/lib/sync/alerts/outgoing-address";
import type { SendOutcome } from "@/lib/sync/alerts/send-outcome";

/** One message as a mail. */
export interface Mail {
  /** Stable: a mail server or a reader knows a repeat by it. */
  id: string;
  /** Mails of one thread stand together. */
  thread: string;
  subject: string;
  text: string;
  possible_repeat: boolean;
}

const DOMAIN = "headgate.invalid";
const CONNECT_MS = 10_000;
const SILENT_MS = 15_000;

/** Sends a mail by the channel's server. Never rejects. */
export async function sendMail(
  { host, port, security, username, from, to }: MailSettings,
  password: string | null,
  mail: Mail,
): Promise<SendOutcome> {
  try {
    const address = await outgoingAddress(host, env().alert_networks);
    const transport = createTransport({
      host: address,
      port,
      secure: security === "tls",
      requireTLS: security === "starttls",
      ignoreTLS: security === "none",
      tls: { servername: host },
      ...(username !== "" && { auth: { user: username, pass: password ?? "" } }),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const { response } = await transport.sendMail({
      from: { name: "Headgate", address: from },
      to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${DOMAIN}>`,
      references: `<${mail.thread}@${DOMAIN}>`,
      headers: {
        "Auto-Submitted": "auto-generated",
        ...(mail.possible_repeat && { "X-Headgate-Possible-Repeat": "yes" }),
      },
    });
    return { sent: true, answer: redactText(response).slice(0, 200) };
  } catch (error) {
    return failureOf(error);
  }
}

/** Before the mail itself was on its way nothing can have arrived. */
const BEFORE = new Set(["CONN", "EHLO", "HELO", "LHLO", "STARTTLS", "AUTH", "MAIL FROM", "RCPT TO"]);

function failureOf(error: unknown): SendOutcome {
  if (error instanceof AppError)
    return { sent: false, answer: error.message, unsure: false, final: error.code === "invalid" };
  const { code, command, responseCode, response } = error as Partial<
    Record<"code" | "command" | "response", string> & { responseCode: number }
  >;
  const refused = responseCode !== undefined && responseCode >= 500;
  const early = command === undefined || BEFORE.has(command) || command.startsWith("AUTH");
  return {
    sent: false,
    answer: redactText(response ?? code ?? (error instanceof Error ? error.message : "It failed.")).slice(
      0,
      200,
    ),
    unsure: responseCode === undefined && !early,
    final: refused,
  };
}
