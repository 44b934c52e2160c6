import {
  CircleAlert,
  CircleCheck,
  CircleMinus,
  CircleQuestionMark,
  type LucideIcon,
  OctagonX,
} from "lucide-react";
import type { ReactNode } from "react";
import type { SetupTest } from "@/lib/model/setup-test";

const LOOK: Record<string, { word: string; icon: LucideIcon; className: string }> = {
  PASSED: { word: "Passed", icon: CircleCheck, className: "st-healthy" },
  SKIPPED: { word: "Skipped", icon: CircleMinus, className: "st-unknown" },
  WARNING: { word: "Warning", icon: CircleAlert, className: "st-delayed" },
  FAILED: { word: "Failed", icon: OctagonX, className: "st-broken" },
  JOB_FAILED: { word: "Job failed", icon: OctagonX, className: "st-broken" },
};

const NOT_REACHED = { word: "Not reached", icon: CircleQuestionMark, className: "st-unknown" };

/** One result: shape and word, title, message, and the details folded. */
export function SetupTestRow({
  test,
  reached = true,
  children,
}: {
  test: SetupTest;
  /** False for one that was skipped because another had failed before it. */
  reached?: boolean;
  /** The way out of a failure. */
  children?: ReactNode;
}) {
  const known = LOOK[test.status] ?? { word: test.status, icon: CircleAlert, className: "st-unknown" };
  const look = reached ? known : NOT_REACHED;
  const Icon = look.icon;
  const details = textOf(test.details);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2.5 border-line border-b px-3 py-2.5 last:border-b-0 sm:px-4">
      <Icon aria-hidden="true" className={`${look.className} icon mt-0.5 text-fill [stroke-width:2.25]`} />
      <span className={reached ? "wrap-anywhere font-medium" : "wrap-anywhere text-ink-2"}>{test.title}</span>
      <span className={`${look.className} text-xs`}>{look.word}</span>
      {reached && (test.message || details) ? (
        <div className="wrap-anywhere col-start-2 text-ink-2 text-xs">
          {test.message}
          {details ? (
            <details className="mt-1">
              <summary className="text-ink-3">Details</summary>
              <pre className="mt-1 whitespace-pre-wrap rounded-2 border border-line bg-sunken p-2 text-2xs">
                {details}
              </pre>
            </details>
          ) : null}
        </div>
      ) : null}
      {children ? <div className="col-span-2 col-start-2 mt-1.5">{children}</div> : null}
    </li>
  );
}

function textOf(details: unknown): string {
  if (details === null || details === undefined || details === "") return "";
  return typeof details === "string" ? details : JSON.stringify(details, null, 2);
}
