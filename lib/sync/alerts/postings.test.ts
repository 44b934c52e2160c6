import { expect, test } from "vitest";
import type { Notice, NoticeEvent } from "@/lib/model/alert/notice";
import { noticeText } from "@/lib/model/alert/notice-words";
import { slackPosting, teamsPosting } from "@/lib/sync/alerts/chat-posting";
import { pagerdutyPosting } from "@/lib/sync/alerts/pagerduty-posting";
import { type Message, webhookPosting } from "@/lib/sync/alerts/webhook-posting";

const AT = Date.UTC(2026, 10, 28, 9, 30);
const HOSTILE = "a<b>&_*`[x](y)|@here";

function message(event: NoticeEvent, count: number, repeat = false): Message {
  const alert = { connection_id: "c", group_id: null, words: "It is broken.", since: AT };
  const notice: Notice = {
    id: "n",
    event,
    at: AT,
    total: count,
    actor: event === "acknowledged" ? "ada" : null,
    quiet: false,
    rule: { id: "r", name: "Critical & more", what: "broken", severity: "critical" },
    alerts: Array.from({ length: Math.min(count, 20) }, (_, place) => ({
      id: `a${place}`,
      name: `${HOSTILE}${place}`,
      ...alert,
    })),
    incidents: ["a0"],
    thread: "a0",
  };
  const text = noticeText(notice, repeat);
  return {
    id: "d",
    notice,
    incident: "a0",
    text,
    possible_repeat: repeat,
    link: "https://h.example.com/alerts",
  };
}

test("a notice says what, of what, since when and by which rule, and that it may be a repeat", () => {
  expect(message("opened", 1).text).toEqual({
    title: `Broken: ${HOSTILE}0`,
    lines: ["It is broken. Since 09:30 UTC."],
    foot: "Rule Critical & more, severity critical.",
  });
  const many = message("opened", 200, true).text;
  expect(many.title).toBe("Broken: 200 alerts");
  expect(many.lines).toHaveLength(21);
  expect(many.lines.at(-1)).toBe("And 180 more.");
  expect(many.foot).toMatch(/may be a repeat/);
  expect(message("acknowledged", 1).text.title).toBe(`Acknowledged by ada: ${HOSTILE}0`);
});

test("Slack reads no name as markup, and no text is longer than it takes", () => {
  const { url, body } = slackPosting("https://hooks.slack.com/services/x", message("opened", 200));
  expect(url).toBe("https://hooks.slack.com/services/x");
  const { text, blocks } = JSON.parse(body);
  expect(body).not.toContain("a<b>");
  expect(text).toMatch(/^Broken: 200 alerts\na&lt;b&gt;&amp;/);
  expect(blocks.map(({ type }: { type: string }) => type)).toEqual(["section", "section", "context"]);
  for (const { text: words } of blocks.slice(0, 2)) expect(words.text.length).toBeLessThanOrEqual(3_000);
  expect(blocks[2].elements[0].text).toContain("<https://h.example.com/alerts|Open alerts>");
});

test("Teams gets a card whose texts are no Markdown", () => {
  const { body } = teamsPosting("https://x.example.com", message("opened", 2));
  const [{ contentType, content }] = JSON.parse(body).attachments;
  expect(contentType).toBe("application/vnd.microsoft.card.adaptive");
  expect(content).toMatchObject({ type: "AdaptiveCard", version: "1.4" });
  expect(content.body.every(({ type }: { type: string }) => type === "RichTextBlock")).toBe(true);
  expect(content.body[1].inlines[0].text).toContain(HOSTILE);
});

test.each([
  ["opened", "trigger"],
  ["still", "trigger"],
  ["acknowledged", "acknowledge"],
  ["recovered", "resolve"],
] as const)("PagerDuty: what is %s is a %s of its incident", (event, action) => {
  const { url, body } = pagerdutyPosting("eu", "k".repeat(32), message(event, 1));
  expect(url).toBe("https://events.eu.pagerduty.com/v2/enqueue");
  const sent = JSON.parse(body);
  expect(sent).toMatchObject({ event_action: action, dedup_key: "a0", routing_key: "k".repeat(32) });
  expect(sent.payload?.severity).toBe(action === "trigger" ? "critical" : undefined);
});

test("a signed webhook is the same at each attempt but for its time and its signature", () => {
  const secret = `whsec_${Buffer.from("secret").toString("base64")}`;
  const first = webhookPosting("https://x.example.com", secret, message("opened", 1), AT);
  const later = webhookPosting("https://x.example.com", secret, message("opened", 1), AT + 5_000);
  expect(later.body).toBe(first.body);
  expect(later.headers["webhook-id"]).toBe(first.headers["webhook-id"]);
  expect(Number(later.headers["webhook-timestamp"])).toBe(Number(first.headers["webhook-timestamp"]) + 5);
  expect(later.headers["webhook-signature"]).not.toBe(first.headers["webhook-signature"]);
});
