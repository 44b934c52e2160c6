import type { ReactNode } from "react";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { cx } from "@/components/ui/cx";
import type { Health } from "@/lib/model/health";

/** A health beside a title, on its soft ground; `children` replace the word ("Syncing, historical"). */
export function StatusPill({
  health,
  className,
  children,
}: {
  health: Health;
  className?: string;
  children?: ReactNode;
}) {
  const { word, icon: Icon, className: tone, iconClass } = HEALTH_LOOK[health];
  return (
    <span
      className={cx(
        "inline-flex h-[22px] items-center gap-[5px] whitespace-nowrap rounded-full bg-soft pr-2 pl-1.5 font-medium text-xs",
        tone,
        className,
      )}
    >
      <Icon aria-hidden="true" className={cx("icon-st", iconClass)} />
      {children ?? word}
    </span>
  );
}
