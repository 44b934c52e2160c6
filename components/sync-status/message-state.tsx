import { CircleCheck, CircleQuestionMark, Clock, type LucideIcon, OctagonX } from "lucide-react";
import { cx } from "@/components/ui/cx";
import type { AlertDelivery } from "@/lib/model/alert/alert-delivery";

interface Look {
  word: string;
  icon: LucideIcon;
  className: string;
}

const LOOKS: Record<AlertDelivery["state"], Look> = {
  pending: { word: "Waits", icon: Clock, className: "st-delayed" },
  sending: { word: "On its way", icon: Clock, className: "st-syncing" },
  sent: { word: "Sent", icon: CircleCheck, className: "st-healthy" },
  dead: { word: "Given up", icon: OctagonX, className: "st-broken" },
};

/** How a message about an alert stands, and whether it may have arrived more than once. */
export function MessageState({
  message: { state, attempts, possible_repeat },
}: {
  message: Pick<AlertDelivery, "state" | "attempts" | "possible_repeat">;
}) {
  const { word, icon: Icon, className } = LOOKS[state];
  const more = [
    attempts > 1 ? `${attempts} attempts` : "",
    possible_repeat ? "may have arrived twice" : "",
  ].filter(Boolean);
  return (
    <span className={cx("inline-flex items-center gap-1.5 font-medium text-xs", className)}>
      <Icon aria-hidden="true" className="icon-st shrink-0 text-fill" />
      <span>
        {word}
        {more.length > 0 ? <span className="font-normal text-ink-3">, {more.join(", ")}</span> : null}
      </span>
      {possible_repeat ? (
        <CircleQuestionMark aria-hidden="true" className="icon-st shrink-0 text-ink-3" />
      ) : null}
    </span>
  );
}
