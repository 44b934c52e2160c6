import "server-only";
import { randomUUID } from "node:crypto";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import type { Notice } from "@/lib/model/alert/notice";
import { noticeText } from "@/lib/model/alert/notice-words";
import type { ChannelRow } from "@/lib/store/alert-channels";
import { addDeliveries, type NewDelivery } from "@/lib/store/alert-deliveries";
import type { Db } from "@/lib/store/database";

/** Puts notices into the outbox, a message for each channel of their rule, in the caller's transaction. */
export async function postNotices(
  db: Db,
  upstream_id: number,
  notices: readonly Notice[],
  { rules, channels }: { rules: readonly AlertRule[]; channels: readonly ChannelRow[] },
): Promise<void> {
  const byRule = new Map(rules.map((rule) => [rule.id, rule]));
  const made = notices.flatMap((notice) => {
    const chosen = byRule.get(notice.rule.id)?.channel_ids ?? [];
    return channels
      .filter(({ id, channel }) => channel.on && chosen.includes(id))
      .flatMap((row) => messagesOf(notice, row));
  });
  await addDeliveries(db, upstream_id, made);
}

/** PagerDuty keeps incidents and takes one a message; the others take a notice as a whole. */
function messagesOf(notice: Notice, { id: channel_id, channel }: ChannelRow): NewDelivery[] {
  const { kind } = channel.settings;
  const keeps = kind === "pagerduty";
  if (notice.quiet && !keeps) return [];
  const threads = keeps ? notice.incidents : [notice.thread];
  return threads.map((thread) => ({
    id: randomUUID(),
    notice_id: notice.id,
    channel_id,
    channel_name: channel.name,
    kind,
    notice,
    title: noticeText(notice, false).title,
    thread,
    made_at: notice.at,
    state: "pending" as const,
    attempts: 0,
    next_at: notice.at,
    possible_repeat: false,
  }));
}
