/** Why a delivery was turned away. */
export const REFUSALS = ["unsigned", "signature", "too_large", "unreadable"] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What is kept of a secret that signs deliveries; the secret itself follows from it and from the key's own secret. */
export interface KeptSecret {
  nonce: string;
  /** Tells whether the secret that follows now is still the one that was made. */
  check: string;
  made_at: number;
  /** `sending` until Fivetran has answered; `unsure` where that answer was lost. */
  state: "sending" | "set" | "unsure";
  /** When the first delivery came that it signed. */
  seen_at: number | null;
}

/** What the console knows of a webhook that it made for itself. Times are epoch milliseconds. */
export interface OwnWebhook {
  /** Ours, not Fivetran's. */
  id: number;
  /** Null while it is not known whether Fivetran made it. */
  webhook_id: string | null;
  secret_made_at: number;
  /** Until when deliveries signed with the secret before are taken as well; null where there is none. */
  old_secret_until: number | null;
  /** Fivetran has not said whether it took the newest secret; the one before stays good. */
  secret_unsure: boolean;
  /** The key's secret was replaced since: no signature can be checked until this one is renewed. */
  secret_lost: boolean;
  off_since: number | null;
  gone_at: number | null;
  made_by: string;
  made_at: number;
  last_at: number | null;
  /** Of the last 72 hours. */
  received: number;
  refused: number;
  refused_at: number | null;
}

/** A webhook of the account as pages show it. */
export interface WebhookRow {
  /** Fivetran's id. */
  id: string;
  type: "account" | "group";
  group_id: string | null;
  /** Without what would let others deliver to it: host and path for a webhook of somebody else's, host for ours. */
  address: string;
  events: string[];
  active: boolean;
  has_secret: boolean;
  created_at: string;
  created_by: string | null;
  own: OwnWebhook | null;
}

/** What `GET /api/webhooks` answers. */
export interface WebhookList {
  /** Where Fivetran reaches this console, such as `https://headgate.example.com`; null where nobody said. */
  public_url: string | null;
  hooks: WebhookRow[];
  /** Of ours: those that Fivetran no longer has, and those whose making is not settled. */
  others: OwnWebhook[];
  /** When Fivetran was asked. */
  read_at: number;
}

export interface WebhookDelivery {
  id: number;
  /** `OwnWebhook.id`. */
  hook: number;
  received_at: number;
  repeats: number;
  repeated_at: number | null;
  old_secret: boolean;
  event: string;
  event_at: number | null;
  connection_id: string | null;
  sync_id: string | null;
  outcome: string | null;
}

export interface WebhookRefusal {
  hook: number;
  hour: number;
  reason: Refusal;
  count: number;
  first_at: number;
  last_at: number;
}

/** What `GET /api/webhooks/deliveries` answers, both newest first. */
export interface WebhookTraffic {
  deliveries: WebhookDelivery[];
  refusals: WebhookRefusal[];
  /** Whether there are older deliveries than these. */
  more: boolean;
}

/** For how long a secret that was replaced is still taken, while no delivery came with the new one. */
export const OVERLAP_MS = 86_400_000;

/** The secrets whose signatures are taken now, the newest first. */
export function acceptedSecrets(secrets: readonly KeptSecret[], now: number): KeptSecret[] {
  const newest = secrets.at(-1);
  if (!newest) return [];
  const older = secrets.slice(0, -1).reverse();
  if (newest.seen_at !== null) return [newest];
  if (newest.state === "set" && now - newest.made_at >= OVERLAP_MS) return [newest];
  return [newest, ...older];
}
