import type { Notice, NoticeAlert } from "@/lib/model/alert/notice";
import { SEVERITY_WORDS, WHAT_WORDS } from "@/lib/model/alert/rule-words";
import { countOf } from "@/lib/model/names";
import { absoluteTime } from "@/lib/model/time";

/** What a notice says, free of any receiver's format. */
export interface NoticeText {
  /** "Broken: shop_prod", "Broken: 12 connections", "Recovered: shop_prod" */
  title: string;
  /** A sentence an alert. */
  lines: string[];
  /** "Rule Critical tier, severity critical" and, where it may be one, that it is a repeat. */
  foot: string;
}

const REPEAT = "This may be a repeat of a message that has arrived already.";

/** The words of a notice. `repeat`: whether it may have arrived before. */
export function noticeText(notice: Notice, repeat: boolean): NoticeText {
  const { event, alerts, total, rule, actor } = notice;
  if (event === "test")
    return {
      title: "Test from Headgate",
      lines: ["This channel works. No alert is open because of this message."],
      foot: "Sent by a person who tried the channel.",
    };
  const [only] = alerts;
  const what = total === 1 && only ? only.name : countOf(total, "alert");
  const short = WHAT_WORDS[rule.what].short;
  const titles: Record<Exclude<typeof event, "test">, string> = {
    opened: `${short}: ${what}`,
    still: `Still ${short.toLowerCase()}: ${what}`,
    acknowledged: `Acknowledged by ${actor ?? "somebody"}: ${what}`,
    recovered: `Recovered: ${what}`,
  };
  const lines = alerts.map((alert) => lineOf(alert, notice));
  if (total > alerts.length) lines.push(`And ${total - alerts.length} more.`);
  return {
    title: titles[event],
    lines,
    foot: `Rule ${rule.name}, severity ${SEVERITY_WORDS[rule.severity].toLowerCase()}.${repeat ? ` ${REPEAT}` : ""}`,
  };
}

function lineOf({ name, words, since }: NoticeAlert, { total, event, at }: Notice): string {
  const begun = event === "recovered" ? "" : ` Since ${absoluteTime(since, at)}.`;
  return `${total > 1 ? `${name}: ` : ""}${words}${begun}`;
}
