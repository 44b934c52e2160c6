"use client";
import { useEffect } from "react";
import { Toaster as Stack, toast } from "sonner";
import { NoticeCard } from "@/components/shell/notice-card";
import { type Notice, onNotice } from "@/lib/queries/notice";

/** What `Toaster` loads: draws notices with sonner, failures until they are closed. */
export function ToastStack({ first }: { first: readonly Notice[] }) {
  useEffect(() => {
    for (const notice of first) show(notice);
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

/** React's development mode runs an effect twice; a notice is for once. */
const shown = new WeakSet<Notice>();

function show(notice: Notice): void {
  if (shown.has(notice)) return;
  shown.add(notice);
  const settled = notice.tone === undefined || notice.tone === "done";
  toast.custom((id) => <NoticeCard notice={notice} close={() => toast.dismiss(id)} />, {
    duration: settled ? 6_000 : Number.POSITIVE_INFINITY,
  });
}
