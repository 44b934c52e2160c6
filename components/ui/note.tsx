import { CircleAlert, CircleCheck, CircleQuestionMark, type LucideIcon, OctagonX } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { TONE_CLASS, type Tone } from "@/components/ui/tone";

const ICONS: Partial<Record<Tone, LucideIcon>> = {
  broken: OctagonX,
  healthy: CircleCheck,
  unknown: CircleQuestionMark,
};

/** A sentence or two inside a panel; give `role="alert"` to what answers an act of the person. */
export function Note({
  tone = "plain",
  icon,
  role,
  className,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  role?: "alert" | "status";
  className?: string;
  children: ReactNode;
}) {
  const Icon = icon ?? ICONS[tone] ?? CircleAlert;
  return (
    <div
      role={role}
      className={cx(
        "flex gap-2.5 rounded-2 px-3 py-2.5 text-xs leading-[18px]",
        TONE_CLASS[tone],
        tone === "plain" ? "bg-sunken" : "bg-soft",
        className,
      )}
    >
      <Icon aria-hidden="true" className={cx("icon mt-px", tone === "plain" ? "text-ink-3" : "text-fill")} />
      <div className="wrap-anywhere min-w-0 flex-1 text-ink-2 [&_b]:font-medium [&_b]:text-ink">
        {children}
      </div>
    </div>
  );
}
