import type { Saved } from "@/lib/model/alert/alert-rule";

export const CHANNEL_KINDS = ["email", "slack", "teams", "pagerduty", "webhook"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export const CHANNEL_WORDS: Record<ChannelKind, string> = {
  email: "E-mail",
  slack: "Slack",
  teams: "Microsoft Teams",
  pagerduty: "PagerDuty",
  webhook: "Signed webhook",
};

export const MAIL_SECURITIES = ["tls", "starttls", "none"] as const;

/** How mails leave; the password is the channel's secret, and there is none without a user name. */
export interface MailSettings {
  kind: "email";
  host: string;
  port: number;
  security: (typeof MAIL_SECURITIES)[number];
  /** Empty for none. */
  username: string;
  from: string;
  to: string[];
}

/** Where a channel leads, without its secret, which is the address itself for Slack and Teams. */
export type ChannelSettings =
  | MailSettings
  | { kind: "slack" }
  | { kind: "teams" }
  | { kind: "pagerduty"; region: "us" | "eu" }
  | { kind: "webhook"; url: string };

export interface NewAlertChannel {
  id: string;
  name: string;
  /** False keeps it without sending by it. */
  on: boolean;
  settings: ChannelSettings;
}

/** A channel as pages see it. */
export interface AlertChannel extends NewAlertChannel, Saved {
  has_secret: boolean;
  /** Whether the secret can no longer be read, as Fivetran's key is another one since, and has to be entered again. */
  secret_lost: boolean;
  /** The host of a secret address; null for what has none. */
  host: string | null;
  /** What came of the last delivery that is over. */
  last: { state: "sent" | "dead"; at: number; answer: string | null } | null;
}

/** How a test was answered. */
export interface ChannelTest {
  ok: boolean;
  /** What the receiver said, or why nobody did. */
  answer: string;
}

/** Where a channel leads in a few words. */
export function placeWords({ settings, host }: Pick<AlertChannel, "settings" | "host">): string {
  if (settings.kind === "email") return settings.to.join(", ");
  if (settings.kind === "webhook") return settings.url;
  if (settings.kind === "pagerduty") return settings.region === "eu" ? "Europe" : "United States";
  return host ?? "";
}
