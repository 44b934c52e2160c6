"use client";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { type Notice, onNotice } from "@/lib/queries/notice";

const ToastStack = dynamic(() => import("@/components/shell/toast-stack").then((it) => it.ToastStack), {
  ssr: false,
});

/** Waits for the first notice and only then loads what draws them. */
export function Toaster() {
  const [first, setFirst] = useState<Notice>();
  useEffect(() => (first ? undefined : onNotice(setFirst)), [first]);
  return first ? <ToastStack first={first} /> : null;
}
