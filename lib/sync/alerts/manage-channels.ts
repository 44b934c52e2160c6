import "server-only";
import { randomUUID } from "node:crypto";
import type { RouteContext } from "@/lib/auth/route";
import { AppError } from "@/lib/errors";
import type { AlertChannel, ChannelTest, NewAlertChannel } from "@/lib/model/alert/alert-channel";
import { checkAlertChannel } from "@/lib/model/alert/check-alert-channel";
import type { Notice } from "@/lib/model/alert/notice";
import { hostOf } from "@/lib/model/names";
import {
  type ChannelRow,
  deleteChannelRow,
  lastByChannel,
  listChannelRows,
  readChannelRow,
  saveChannelRow,
} from "@/lib/store/alert-channels";
import { audited } from "@/lib/sync/alerts/audited";
import { openSecret, sealSecret } from "@/lib/sync/alerts/sealed-secret";
import { sendNotice } from "@/lib/sync/alerts/send-notice";

/** The channels of the present account as pages see them, without secrets. */
export async function showChannels(): Promise<AlertChannel[]> {
  const last = await lastByChannel();
  return (await listChannelRows()).map(({ channel, sealed, host, version, saved_by, saved_at }) => ({
    ...channel,
    host,
    version,
    saved_by,
    saved_at,
    has_secret: sealed !== null,
    secret_lost: sealed !== null && openSecret(channel.id, sealed) === null,
    last: last.get(channel.id) ?? null,
  }));
}

interface Saving {
  /** That it was made from; 0 for a new one. */
  version: number;
  channel: NewAlertChannel;
  /** Null keeps the one that is there. */
  secret: string | null;
}

/**
 * Saves a channel; its secret is sealed and never shown again.
 * @throws AppError `invalid` with the field, `conflict` where someone saved or deleted it meanwhile; nothing is saved then
 */
export async function saveChannel(
  { version, channel, secret }: Saving,
  context: RouteContext,
): Promise<void> {
  const kept = version === 0 ? null : await readChannelRow(channel.id);
  const same = kept?.channel.settings.kind === channel.settings.kind;
  const [fault] = checkAlertChannel(channel, secret, same && kept?.sealed != null, []);
  if (fault) throw new AppError("invalid", fault[1], { facts: { field: fault[0] } });
  const { settings } = channel;
  // A secret of another kind, or of a server that asks for none, is of no use any more.
  const drop = !same || (settings.kind === "email" && settings.username === "");
  const isAddress = settings.kind === "slack" || settings.kind === "teams";
  const next: Pick<ChannelRow, "sealed" | "host"> | null =
    secret !== null
      ? { sealed: sealSecret(channel.id, secret), host: isAddress ? hostOf(secret) : null }
      : drop
        ? { sealed: null, host: null }
        : null;
  const body = { ...channel, version };
  const act = { operation: "save_alert_channel", params: { channelId: channel.id }, body };
  await audited(act, context, () => saveChannelRow(version, channel, next, context.actor.id));
}

/** Deletes a channel as it was at a version. @throws AppError as `deleteChannelRow` */
export async function deleteChannel(id: string, version: number, context: RouteContext): Promise<void> {
  const act = { operation: "delete_alert_channel", params: { channelId: id }, body: { version } };
  await audited(act, context, () => deleteChannelRow(id, version));
}

/** Sends a test by a channel as it is saved, and tells how it was answered. @throws AppError `not_found` for none */
export async function testChannel(id: string, context: RouteContext): Promise<ChannelTest> {
  const row = await readChannelRow(id);
  if (!row) throw new AppError("not_found", "There is no such channel. Nothing was sent.");
  const act = { operation: "test_alert_channel", params: { channelId: id }, body: null };
  return audited(act, context, async () => {
    const secret = row.sealed === null ? null : openSecret(id, row.sealed);
    if (row.sealed !== null && secret === null)
      return {
        ok: false,
        answer: "Its secret has to be entered again: Fivetran’s key is another one since.",
      };
    const delivery = randomUUID();
    const outcome = await sendNotice(
      row.channel,
      secret,
      {
        id: delivery,
        notice: testNotice(delivery),
        incident: delivery,
        possible_repeat: false,
      },
      AbortSignal.timeout(30_000),
    );
    return { ok: outcome.sent, answer: outcome.answer };
  });
}

function testNotice(id: string): Notice {
  return {
    id,
    event: "test",
    at: Date.now(),
    alerts: [],
    total: 0,
    actor: null,
    quiet: false,
    rule: { id: "", name: "Test", what: "broken", severity: "info" },
    incidents: [id],
    thread: id,
  };
}
