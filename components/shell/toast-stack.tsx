"use client";
import { CircleCheck, CircleQuestionMark, OctagonX, X } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Stack, toast } from "sonner";
import { type Notice, onNotice } from "@/lib/queries/notice";

const ICONS = { done: CircleCheck, failed: OctagonX, unknown: CircleQuestionMark };

/** What `Toaster` loads: draws notices with sonner, failures until they are closed. */
export function ToastStack({ first }: { first: Notice }) {
  useEffect(() => {
    show(first);
    return onNotice(show);
  }, [first]);
  return (
    <Stack
      position={matchMedia("(max-width: 719px)").matches ? "top-center" : "bottom-right"}
      offset={16}
      mobileOffset={{ top: 56, left: 12, right: 12 }}
      containerAriaLabel="Notices"
      visibleToasts={4}
      expand
      gap={8}
    />
  );
}

function show(notice: Notice): void {
  const settled = notice.tone === undefined || notice.tone === "done";
  toast.custom((id) => <Card notice={notice} close={() => toast.dismiss(id)} />, {
    duration: settled ? 6_000 : Number.POSITIVE_INFINITY,
  });
}

function Card({ notice, close }: { notice: Notice; close: () => void }) {
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
