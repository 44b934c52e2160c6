import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { TONE_CLASS, type Tone } from "@/components/ui/tone";

/** One line across the page under the top bar. */
export function Banner({
  tone,
  icon: Icon,
  end,
  children,
}: {
  tone: Exclude<Tone, "plain">;
  icon: LucideIcon;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      className={cx(
        "flex min-h-[38px] items-center gap-x-2.5 gap-y-1 border-line border-b bg-soft px-gutter py-2 text-xs max-sm:flex-wrap",
        TONE_CLASS[tone],
      )}
    >
      <Icon aria-hidden="true" className="icon text-fill [stroke-width:2.25]" />
      <p className="wrap-anywhere min-w-0 flex-1 text-ink-2 [&_b]:font-medium [&_b]:text-ink">{children}</p>
      {end ? <div className="ml-auto flex items-center gap-2 whitespace-nowrap">{end}</div> : null}
    </div>
  );
}
