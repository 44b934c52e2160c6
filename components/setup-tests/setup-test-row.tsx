import { CircleAlert, CircleCheck, CircleMinus, type LucideIcon, OctagonX } from "lucide-react";
import type { SetupTest } from "@/lib/model/setup-test";

const LOOK: Record<string, { word: string; icon: LucideIcon; className: string }> = {
  PASSED: { word: "Passed", icon: CircleCheck, className: "st-healthy" },
  SKIPPED: { word: "Skipped", icon: CircleMinus, className: "st-unknown" },
  WARNING: { word: "Warning", icon: CircleAlert, className: "st-delayed" },
  FAILED: { word: "Failed", icon: OctagonX, className: "st-broken" },
  JOB_FAILED: { word: "Job failed", icon: OctagonX, className: "st-broken" },
};

/** One result: shape and word, title, message, and the details folded. */
export function SetupTestRow({ test }: { test: SetupTest }) {
  const look = LOOK[test.status] ?? { word: test.status, icon: CircleAlert, className: "st-unknown" };
  const Icon = look.icon;
  const details = textOf(test.details);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2.5 border-line border-b px-3 py-2.5 last:border-b-0 sm:px-4">
      <Icon aria-hidden="true" className={`${look.className} icon mt-0.5 text-fill [stroke-width:2.25]`} />
      <span className="wrap-anywhere font-medium">{test.title}</span>
      <span className={`${look.className} text-xs`}>{look.word}</span>
      {test.message || details ? (
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
    </li>
  );
}

function textOf(details: unknown): string {
  if (details === null || details === undefined || details === "") return "";
  return typeof details === "string" ? details : JSON.stringify(details, null, 2);
}
