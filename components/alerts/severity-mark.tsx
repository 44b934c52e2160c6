import { CircleAlert, Info, type LucideIcon, OctagonX } from "lucide-react";
import { cx } from "@/components/ui/cx";
import type { Severity } from "@/lib/model/alert/alert-rule";
import { SEVERITY_WORDS } from "@/lib/model/alert/rule-words";

const LOOKS: Record<Severity, { icon: LucideIcon; className: string }> = {
  critical: { icon: OctagonX, className: "st-broken" },
  warning: { icon: CircleAlert, className: "st-delayed" },
  info: { icon: Info, className: "st-syncing" },
};

/** How grave an alert is, as a shape with its word on hover. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { icon: Icon, className } = LOOKS[severity];
  return (
    <span title={SEVERITY_WORDS[severity]} className={cx("inline-flex", className)}>
      <Icon aria-hidden="true" className="icon-st text-fill" />
      <span className="sr-only">{SEVERITY_WORDS[severity]}</span>
    </span>
  );
}
