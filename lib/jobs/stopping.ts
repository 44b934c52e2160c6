import "server-only";
import { singleton } from "@/lib/singleton";

const held = () => singleton("jobs-stopping", () => ({ stopping: false }));

/** Whether this process is about to end: what is not decided by then is left to the next. */
export const isStopping = (): boolean => held().stopping;

export function setStopping(stopping: boolean): void {
  held().stopping = stopping;
}
