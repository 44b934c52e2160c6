import type { StateChange } from "@/lib/model/snapshot";

/** What follows a connection's name, or "312 connections", in the feed: "is broken, was healthy". */
export function changeWords(change: StateChange, count: number): string {
  const is = count === 1 ? "is" : "are";
  const was = count === 1 ? "was" : "were";
  const here = change.actor === "elsewhere" ? "" : " here";
  switch (change.kind) {
    case "health":
      if (change.to === "healthy")
        return change.from ? `${is} healthy again, ${was} ${change.from}` : `${is} healthy`;
      return change.from && change.from !== "syncing"
        ? `${is} ${change.to}, ${was} ${change.from}`
        : `${is} ${change.to}`;
    case "paused":
      return change.to === "true" ? `${was} paused${here}` : `${was} resumed${here}`;
    case "settings":
      return `${count === 1 ? "has" : "have"} other settings${here ? ", changed here" : ""}`;
    case "appeared":
      return `${is} new`;
    case "vanished":
      return `${is} gone${here ? ", deleted here" : ""}`;
    case "annotation":
      return `${count === 1 ? "has" : "have"} other tags, owners or notes`;
    case "sync":
      return `synced`;
  }
}
