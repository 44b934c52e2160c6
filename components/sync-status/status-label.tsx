import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { cx } from "@/components/ui/cx";
import type { Health } from "@/lib/model/health";

/**
 * Shape and word of a health; `hideWord` keeps the word for assistive technology and on hover; `word` is a
 * narrower one ("Historical" for a first sync).
 */
export function StatusLabel({
  health,
  hideWord = false,
  word: narrower,
  className,
}: {
  health: Health;
  hideWord?: boolean;
  word?: string;
  className?: string;
}) {
  const { icon: Icon, className: tone, iconClass, word: usual } = HEALTH_LOOK[health];
  const word = narrower ?? usual;
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
