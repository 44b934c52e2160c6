import "server-only";
import { env } from "@/lib/env";
import type { NewAlertChannel } from "@/lib/model/alert/alert-channel";
import type { Notice } from "@/lib/model/alert/notice";
import { noticeText } from "@/lib/model/alert/notice-words";
import { slackPosting, teamsPosting } from "@/lib/sync/alerts/chat-posting";
import { pagerdutyPosting } from "@/lib/sync/alerts/pagerduty-posting";
import { type Posting, postOutside } from "@/lib/sync/alerts/post-outside";
import { sendMail } from "@/lib/sync/alerts/send-mail";
import type { SendOutcome } from "@/lib/sync/alerts/send-outcome";
import { type Message, webhookPosting } from "@/lib/sync/alerts/webhook-posting";

interface Sending {
  /** Stable over every attempt. */
  id: string;
  notice: Notice;
  incident: string;
  possible_repeat: boolean;
}

/** Sends a notice by a channel, once. `secret` is null for a channel without one. Never rejects. */
export async function sendNotice(
  { settings }: Pick<NewAlertChannel, "settings">,
  secret: string | null,
  sending: Sending,
  signal: AbortSignal,
  now = Date.now(),
): Promise<SendOutcome> {
  const { notice, incident, possible_repeat, id } = sending;
  const origin = env().public_url;
  const link = origin === null ? null : `${origin}/alerts`;
  const text = noticeText(notice, possible_repeat);
  const message: Message = { ...sending, text, link };
  if (settings.kind === "email") {
    const lines = [...text.lines, "", text.foot, ...(link ? [link] : [])];
    const mail = { id, thread: incident, subject: text.title, text: lines.join("\n"), possible_repeat };
    return sendMail(settings, secret, mail);
  }
  const post = (posting: Posting) => postOutside(posting, signal);
  switch (settings.kind) {
    case "slack":
      return post(slackPosting(secret ?? "", message));
    case "teams":
      return post(teamsPosting(secret ?? "", message));
    case "webhook":
      return post(webhookPosting(settings.url, secret ?? "", message, now));
    case "pagerduty": {
      const outcome = await post(pagerdutyPosting(settings.region, secret ?? "", message));
      // What a test began nobody shall be woken for.
      if (notice.event === "test" && outcome.sent)
        await post(pagerdutyPosting(settings.region, secret ?? "", message, "resolve"));
      return outcome;
    }
  }
}
