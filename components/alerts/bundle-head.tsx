"use client";
import { Check, ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { SeverityMark } from "@/components/alerts/severity-mark";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Time } from "@/components/ui/time";
import { acknowledgedWords } from "@/lib/model/alert/acknowledgement";
import type { Alert } from "@/lib/model/alert/alert";
import { WHAT_WORDS } from "@/lib/model/alert/rule-words";
import { countOf } from "@/lib/model/names";
import { acknowledgeAlerts } from "@/lib/queries/alerts";
import { useAlertAct } from "@/lib/queries/use-alert-act";

/** Several alerts that were told of together: one line that opens to all of them, acknowledged at once. */
export function BundleHead({ alerts, children }: { alerts: readonly Alert[]; children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [first] = alerts;
  const waiting = alerts.filter(({ acknowledged_at }) => acknowledged_at === null);
  const acknowledge = useAlertAct({
    run: () => acknowledgeAlerts(waiting.map((alert) => alert.id)),
    done: (all) => {
      const { title, detail } = acknowledgedWords(all);
      return detail === null ? title : { title, detail, tone: "done" };
    },
    failed: "Not acknowledged",
  });
  if (!first) return null;
  const name = `${countOf(alerts.length, "connection")}: ${WHAT_WORDS[first.what].short.toLowerCase()}`;
  return (
    <li className="border-line border-b last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-2.5 sm:px-4">
        <SeverityMark severity={first.severity} />
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="inline-flex min-h-6 min-w-0 items-center gap-1 rounded-1 font-medium hover:text-accent-text"
        >
          <ChevronRight aria-hidden="true" className={cx("icon-sm", open && "rotate-90")} />
          {name}
        </button>
        <span className="text-ink-3 text-xs">
          {first.rule_name}, told of together <Time at={first.opened_at} every={10_000} />
        </span>
        {waiting.length > 0 ? (
          <Button
            size="sm"
            className="ml-auto"
            pending={acknowledge.isPending}
            onClick={() => acknowledge.mutate(undefined)}
          >
            <Check aria-hidden="true" />
            Acknowledge all
          </Button>
        ) : null}
      </div>
      <ul id={id} hidden={!open} className="border-line border-t sm:pl-6">
        {children}
      </ul>
    </li>
  );
}
