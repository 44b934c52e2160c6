"use client";
import { CircleCheck, CircleQuestionMark, OctagonX, X } from "lucide-react";
import type { Notice } from "@/lib/queries/notice";

const ICONS = { done: CircleCheck, failed: OctagonX, unknown: CircleQuestionMark };

/** One notice as it is drawn. */
export function NoticeCard({ notice, close }: { notice: Notice; close: () => void }) {
  const { title, name, detail, tone = "done", action } = notice;
  const Icon = ICONS[tone];
  return (
    <div
      role={tone === "done" ? undefined : "alert"}
      className="flex w-full items-start gap-2.5 rounded-[10px] bg-inverse py-2.5 pr-2 pl-3.5 font-sans text-inverse-ink text-sm shadow-pop sm:w-[380px]"
    >
      <Icon aria-hidden="true" className="icon mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">
          {title} {name ? <span className="mono wrap-anywhere">{name}</span> : null}
        </p>
        {detail ? <p className="wrap-anywhere text-inverse-ink-2 text-xs">{detail}</p> : null}
      </div>
      {action ? (
        <button
          type="button"
          onClick={() => {
            action.run();
            close();
          }}
          className="rounded-1 px-1.5 font-medium underline underline-offset-3"
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        aria-label="Close notice"
        onClick={close}
        className="grid size-6 shrink-0 place-items-center rounded-1 text-inverse-ink-2 hover:text-inverse-ink"
      >
        <X aria-hidden="true" className="icon-sm" />
      </button>
    </div>
  );
}
