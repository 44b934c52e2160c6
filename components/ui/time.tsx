"use client";
import { useState } from "react";
import { copyText } from "@/components/ui/copy-text";
import { cx } from "@/components/ui/cx";
import { useNow } from "@/components/ui/use-now";
import { absoluteTime, isoTime, relativeTime } from "@/lib/model/time";

/**
 * A point in time (epoch milliseconds): "52 min ago" in lists, "04:31 UTC" in sentences and events. Hover gives
 * ISO; with `copyable` it is a button that hover and focus explain and a press copies.
 */
export function Time({
  at,
  form = "relative",
  copyable = false,
  every,
  className,
}: {
  at: number;
  form?: "relative" | "absolute";
  copyable?: boolean;
  /** How often the words are drawn anew, in milliseconds. */
  every?: number;
  className?: string;
}) {
  const now = useNow(every);
  const [copied, setCopied] = useState(false);
  const iso = isoTime(at);
  const words = (
    <time dateTime={iso} title={copyable ? undefined : iso} className={cx("whitespace-nowrap", className)}>
      {form === "relative" ? relativeTime(at, now) : absoluteTime(at, now)}
    </time>
  );
  if (!copyable) return words;
  const copy = async () => {
    await copyText(iso);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button
      type="button"
      title={copied ? "Copied" : `${iso}, press to copy`}
      onClick={copy}
      className="rounded-1 hover:underline"
    >
      {words}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}
