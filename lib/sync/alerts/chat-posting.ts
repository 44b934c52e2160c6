import "server-only";
import type { Posting } from "@/lib/sync/alerts/post-outside";
import type { Message } from "@/lib/sync/alerts/webhook-posting";

/** Slack's limit of a section is 3,000 characters, and each line may grow by escaping. */
const LONGEST = 2_900;

/** Slack reads these three as markup (its "Formatting text" reference). */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A notice for an incoming webhook of Slack; its address is the secret. */
export function slackPosting(url: string, { text, link }: Message): Posting {
  const section = (words: string) => ({ type: "section", text: { type: "mrkdwn", text: words } });
  const foot = [escaped(text.foot), ...(link ? [`<${link}|Open alerts>`] : [])].join(" ");
  return {
    url,
    headers: {},
    body: JSON.stringify({
      text: `${escaped(text.title)}\n${escaped(text.lines.join("\n"))}`.slice(0, LONGEST),
      blocks: [
        section(`*${escaped(text.title).replaceAll("*", "∗").slice(0, LONGEST)}*`),
        section(cut(text.lines.map(escaped))),
        { type: "context", elements: [{ type: "mrkdwn", text: foot.slice(0, LONGEST) }] },
      ],
    }),
  };
}

/** Whole lines only: half an escape would show. */
function cut(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > LONGEST) break;
    kept.push(line);
  }
  return kept.join("\n") || (lines[0] ?? "").slice(0, LONGEST);
}

/** A notice for a Workflows address of Teams, which is the secret: an Adaptive Card whose texts are no Markdown. */
export function teamsPosting(url: string, { text, link }: Message): Posting {
  const run = (words: string, look: object = {}) => ({
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text: words, ...look }],
  });
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    fallbackText: text.title,
    body: [
      run(text.title, { weight: "Bolder", size: "Medium" }),
      ...text.lines.map((line) => run(line)),
      run(text.foot, { isSubtle: true, size: "Small" }),
    ],
    ...(link && { actions: [{ type: "Action.OpenUrl", title: "Open alerts", url: link }] }),
  };
  const card = { contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content };
  return { url, headers: {}, body: JSON.stringify({ type: "message", attachments: [card] }) };
}
