import "server-only";
import type { NoticeEvent } from "@/lib/model/alert/notice";
import type { Posting } from "@/lib/sync/alerts/post-outside";
import type { Message } from "@/lib/sync/alerts/webhook-posting";

/** The two service regions of the Events API v2. */
const PLACES = {
  us: "https://events.pagerduty.com/v2/enqueue",
  eu: "https://events.eu.pagerduty.com/v2/enqueue",
} as const;

const ACTIONS: Record<NoticeEvent, "trigger" | "acknowledge" | "resolve"> = {
  opened: "trigger",
  still: "trigger",
  test: "trigger",
  acknowledged: "acknowledge",
  recovered: "resolve",
};

/** A notice as an event of PagerDuty's Events API v2; its incident is the `dedup_key`. */
export function pagerdutyPosting(
  region: keyof typeof PLACES,
  routing_key: string,
  { notice, incident, text, link, possible_repeat }: Message,
  event_action = ACTIONS[notice.event],
): Posting {
  const { rule, at, alerts, total } = notice;
  return {
    url: PLACES[region],
    headers: {},
    body: JSON.stringify({
      routing_key,
      event_action,
      dedup_key: incident,
      ...(event_action === "trigger" && {
        client: "Headgate",
        ...(link && { client_url: link }),
        payload: {
          summary: [text.title, ...text.lines].join(" ").slice(0, 1_024),
          source: alerts[0]?.name ?? "Headgate",
          severity: rule.severity,
          timestamp: new Date(at).toISOString(),
          class: rule.what,
          custom_details: { rule: rule.name, alerts: text.lines, total, possible_repeat },
        },
      }),
    }),
  };
}
