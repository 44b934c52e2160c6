import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { cx } from "@/components/ui/cx";
import type { Health } from "@/lib/model/health";

/** Shape and word of a health; `hideWord` keeps the word for assistive technology and on hover. */
export function StatusLabel({
  health,
  hideWord = false,
  className,
}: {
  health: Health;
  hideWord?: boolean;
  className?: string;
}) {
  const { word, icon: Icon, className: tone, iconClass } = HEALTH_LOOK[health];
  return (
    <span
      title={hideWord ? word : undefined}
      className={cx("inline-flex items-center gap-1.5 whitespace-nowrap font-medium", tone, className)}
    >
      <Icon aria-hidden="true" className={cx("icon-st text-fill", iconClass)} />
      <span className={hideWord ? "sr-only" : undefined}>{word}</span>
    </span>
  );
}
