"use client";
import { useQuery } from "@tanstack/react-query";
import { useLive } from "@/components/shell/live-updates";
import { cx } from "@/components/ui/cx";
import { Time } from "@/components/ui/time";
import { isoTime } from "@/lib/model/time";
import { accountStatus } from "@/lib/queries/account";

/** How old what the pages show is. The point is alight while changes reach the page by themselves. */
export function SnapshotAge() {
  const live = useLive();
  const { data: status } = useQuery(accountStatus);
  const at = status?.poller.swept_at ?? null;
  const running = live === "live" && status?.condition.state === "ok";
  return (
    <span
      title={at === null ? undefined : `Account read at ${isoTime(at)}; ${running ? "live" : "not live"}`}
      className="flex items-center gap-1.5 whitespace-nowrap text-ink-3 text-xs"
    >
      <span
        aria-hidden="true"
        className={cx(
          "mx-[3px] size-1.5 rounded-full shadow-[0_0_0_3px_color-mix(in_srgb,currentColor_18%,transparent)]",
          running ? "bg-healthy-fill text-healthy-fill" : "bg-unknown-fill text-unknown-fill",
        )}
      />
      <span className="max-sm:sr-only">Snapshot</span>
      {at === null ? "not yet" : <Time at={at} every={1_000} />}
    </span>
  );
}
