"use client";
import { useMutation } from "@tanstack/react-query";
import { Circle, CircleCheck, type LucideIcon, OctagonX, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import { SweepProgress } from "@/components/settings/sweep-progress";
import { Button, ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { countOf, figure, hostOf, listOf } from "@/lib/model/names";
import type { AccountStatus } from "@/lib/model/snapshot";
import { refreshAccount } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";

type Stage = "done" | "running" | "waiting" | "failed";

const STAGES: Record<Stage, { icon: LucideIcon; className: string; word: string }> = {
  done: { icon: CircleCheck, className: "st-healthy", word: "Done" },
  running: { icon: RefreshCw, className: "st-syncing [&>svg]:animate-turn", word: "Under way" },
  waiting: { icon: Circle, className: "st-unknown", word: "Waiting" },
  failed: { icon: OctagonX, className: "st-broken", word: "Failed" },
};

/** The first look at an account: key checked, account named, what it may see, quota, the first reading. */
export function FirstRun({ status }: { status: AccountStatus }) {
  const { condition, account, access, quota, upstream } = status;
  const check = useMutation({ mutationFn: refreshAccount });
  const refused = condition.state === "refused";
  const stopped = refused || condition.state === "unreachable";
  const next = (done: boolean): Stage => (done ? "done" : stopped ? "waiting" : "running");
  return (
    <Panel
      title={refused ? "Fivetran refused the key" : "First look at the account"}
      sub={hostOf(upstream.url)}
      className="max-w-[760px]"
    >
      <ol aria-live="polite" className="grid [&>*+*]:border-line [&>*+*]:border-t">
        <Line
          stage={account ? "done" : stopped ? "failed" : "running"}
          title={account ? "Key accepted" : refused ? "Key refused (401)" : "Checking the key"}
        >
          {account
            ? KEYS[account.key_kind]
            : stopped
              ? condition.message
              : "Asking Fivetran whose key it is."}
        </Line>
        <Line stage={next(account !== null)} title="Account">
          {account ? (
            <>
              <b>{account.name ?? "Unnamed"}</b> <span className="mono">{account.id}</span>
            </>
          ) : (
            "Its name comes with the key’s check."
          )}
        </Line>
        <Line stage={account && access.groups > 0 ? "done" : "waiting"} title="What the key may see">
          {access.groups > 0 || access.denied.length > 0
            ? seen(access)
            : "Groups and destinations are counted next."}
        </Line>
        <Line stage={next(quota.limit !== null)} title="API budget">
          {quota.limit !== null && quota.remaining !== null
            ? `${figure(quota.remaining)} of ${figure(quota.limit)} requests left this hour.`
            : "Fivetran tells it with its answers."}
        </Line>
        <Line
          stage={
            status.poller.swept_at !== null
              ? "done"
              : condition.state === "starting" && account
                ? "running"
                : "waiting"
          }
          title="First reading"
        >
          {condition.state === "starting" && account ? (
            <SweepProgress done={condition.done} total={condition.total} />
          ) : (
            "All connections are read once; after that only changes are."
          )}
        </Line>
      </ol>
      {stopped ? (
        <div className="grid gap-3 border-line border-t px-3 py-3 sm:px-4">
          <div className="flex flex-wrap gap-2">
            {refused ? (
              <ButtonLink href="/account#connect" look="primary">
                Replace the key
              </ButtonLink>
            ) : null}
            <Button pending={check.isPending} onClick={() => check.mutate()}>
              {check.isPending ? "Checking" : "Check again"}
            </Button>
          </div>
          {check.error ? (
            <Note tone="broken" role="alert">
              {messageOf(check.error)}
            </Note>
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}

/** "5 groups. It may not list destinations (403)." */
function seen({ groups, destinations, denied }: AccountStatus["access"]): string {
  const counts = [
    denied.includes("groups") ? "" : countOf(groups, "group"),
    denied.includes("destinations") ? "" : countOf(destinations, "destination"),
  ].filter(Boolean);
  const may = counts.length > 0 ? `${listOf(counts)}.` : "";
  return denied.length > 0 ? `${may} It may not list ${listOf(denied)} (403).`.trim() : may;
}

const KEYS = {
  scoped: "A scoped key: it has the rights of the user who made it.",
  system: "A system key: it has the permissions it was given.",
  unknown: "Fivetran does not say which kind it is.",
} as const;

function Line({ stage, title, children }: { stage: Stage; title: string; children: ReactNode }) {
  const { icon: Icon, className, word } = STAGES[stage];
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)] gap-x-3 px-3 py-2.5 sm:px-4">
      <span className={cx("mt-[3px]", className)}>
        <Icon aria-hidden="true" className="icon-st text-fill" />
        <span className="sr-only">{word}: </span>
      </span>
      <div className="grid min-w-0 gap-0.5">
        <span className="font-medium">{title}</span>
        <div className="wrap-anywhere text-ink-2 text-xs [&_b]:font-medium [&_b]:text-ink">{children}</div>
      </div>
    </li>
  );
}
