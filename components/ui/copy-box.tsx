"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { copyText } from "@/components/ui/copy-text";
import { cx } from "@/components/ui/cx";

/** A button that copies a text and says that it did. */
export function CopyButton({
  text,
  label,
  className,
}: {
  text: string;
  /** Its full name, e.g. "Copy connection id". */
  label: string;
  className?: string;
}) {
  const [copied, setCopied] = useState(false);
  const press = async () => {
    await copyText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      onClick={press}
      className={cx(
        "[&>svg]:icon-sm inline-grid size-6 shrink-0 place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink",
        className,
      )}
    >
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}

/** A text to take away, in mono. `wrap` shows all of it on several lines, else it ends in an ellipsis. */
export function CopyBox({
  text,
  label,
  wrap = false,
  className,
}: {
  text: string;
  label: string;
  wrap?: boolean;
  className?: string;
}) {
  return (
    <div
      className={cx(
        "flex items-start gap-2 rounded-2 border border-line bg-sunken py-1 pr-1 pl-2.5",
        className,
      )}
    >
      <code
        title={wrap ? undefined : text}
        className={cx(
          "min-w-0 flex-1 py-1 text-2xs text-ink-2",
          wrap ? "wrap-anywhere whitespace-pre-wrap" : "truncate",
        )}
      >
        {text}
      </code>
      <CopyButton text={text} label={label} />
    </div>
  );
}
