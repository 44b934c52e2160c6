"use client";
import { Check, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import { AlertStoryView } from "@/components/alerts/alert-story-view";
import { MuteMenu } from "@/components/alerts/mute-menu";
import { SeverityMark } from "@/components/alerts/severity-mark";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Time } from "@/components/ui/time";
import { useNow } from "@/components/ui/use-now";
import { type Alert, type AlertState, alertState } from "@/lib/model/alert/alert";
import { WHAT_WORDS } from "@/lib/model/alert/rule-words";
import { changeAlert } from "@/lib/queries/alerts";
import { useAlertAct } from "@/lib/queries/use-alert-act";

const STATES: Record<AlertState, { word: string; className: string }> = {
  new: { word: "New", className: "st-broken" },
  ongoing: { word: "Ongoing", className: "st-delayed" },
  acknowledged: { word: "Acknowledged", className: "st-syncing" },
  muted: { word: "Muted", className: "st-paused" },
  recovered: { word: "Over", className: "st-healthy" },
};

/** One alert: what it tells of, how it stands, what can be done; opens to what happened and which messages left. */
export function AlertLine({ alert }: { alert: Alert }) {
  const id = useId();
  const now = useNow(1_000);
  const [open, setOpen] = useState(false);
  const { name, connection_id, recovered_at, acknowledged_at } = alert;
  const state = alertState(alert, now);
  const acknowledge = useAlertAct({
    run: () => changeAlert(alert.id, { acknowledged: true }),
    done: () => `Acknowledged ${name}`,
    failed: "Not acknowledged",
  });
  const title = `${WHAT_WORDS[alert.what].short}: ${name}`;
  return (
    <li className="border-line border-b last:border-b-0">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 px-3 py-2.5 sm:grid-cols-[minmax(0,1fr)_180px_200px] sm:px-4">
        <div className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2.5">
          <span className="mt-1">
            <SeverityMark severity={alert.severity} />
          </span>
          <div className="grid min-w-0">
            <span className="wrap-anywhere">
              <span className="text-ink-2">{WHAT_WORDS[alert.what].short}: </span>
              {connection_id === null ? (
                <b className="font-medium">{name}</b>
              ) : (
                <Link href={`/connections/${encodeURIComponent(connection_id)}`} className="mono link">
                  {name}
                </Link>
              )}
            </span>
            <span className="wrap-anywhere text-ink-2 text-xs">{alert.words}</span>
            <span className="wrap-anywhere text-ink-3 text-xs">
              Since <Time at={alert.since} form="absolute" />, rule {alert.rule_name}
            </span>
          </div>
        </div>
        <StateWords alert={alert} state={state} />
        <div className="flex flex-wrap items-center justify-end gap-1">
          {recovered_at === null && acknowledged_at === null ? (
            <Button
              size="sm"
              pending={acknowledge.isPending}
              onClick={() => acknowledge.mutate(undefined)}
              aria-label={`Acknowledge ${name}`}
            >
              <Check aria-hidden="true" />
              <span className="max-sm:hidden">Acknowledge</span>
            </Button>
          ) : null}
          {recovered_at === null ? <MuteMenu alert={alert} muted={state === "muted"} /> : null}
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`What happened: ${title}`}
            onClick={() => setOpen(!open)}
            className="inline-grid size-control-sm place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink"
          >
            <ChevronRight aria-hidden="true" className={cx("icon", open && "rotate-90")} />
          </button>
        </div>
      </div>
      <div id={id} hidden={!open}>
        {open ? <AlertStoryView id={alert.id} /> : null}
      </div>
    </li>
  );
}

function StateWords({ alert, state }: { alert: Alert; state: AlertState }) {
  const { acknowledged_by, acknowledged_at, muted_by, muted_until, recovered_at } = alert;
  const { word, className } = STATES[state];
  return (
    <div className="grid min-w-0 max-sm:order-last max-sm:col-span-2 max-sm:pl-6">
      <span className={cx("font-medium text-xs", className)}>{word}</span>
      <span className="wrap-anywhere text-ink-3 text-xs">
        {recovered_at === null ? null : <Time at={recovered_at} every={10_000} />}
        {state === "muted" && muted_until !== null ? (
          <>
            until <Time at={muted_until} form="absolute" /> by {muted_by}
          </>
        ) : null}
        {recovered_at === null && acknowledged_at !== null ? (
          <>
            {state === "muted" ? ", acknowledged " : ""}by {acknowledged_by}{" "}
            <Time at={acknowledged_at} every={10_000} />
          </>
        ) : null}
      </span>
    </div>
  );
}
