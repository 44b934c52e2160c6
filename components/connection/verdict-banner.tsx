"use client";
import { useQuery } from "@tanstack/react-query";
import { Stethoscope } from "lucide-react";
import type { ReactNode } from "react";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { Button, buttonClass } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { useNow } from "@/components/ui/use-now";
import { isStale } from "@/lib/model/health-case";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { type Verdict, verdictOf } from "@/lib/model/verdict";
import { accountStatus } from "@/lib/queries/account";
import { useStartSetupTests } from "@/lib/queries/connection-acts";

/** How the connection is, in one large sentence, and the next sensible step. */
export function VerdictBanner({ detail }: { detail: ConnectionDetail }) {
  const now = useNow();
  const { data: account } = useQuery({ ...accountStatus, enabled: false });
  const stale = account && isStale(detail.read_at, account.poller.interval_ms, now);
  const verdict = verdictOf(detail, now, stale ? detail.read_at : null);
  const look = HEALTH_LOOK[verdict.health];
  const loud = !["healthy", "syncing"].includes(verdict.health);
  const Icon = look.icon;
  return (
    <section
      aria-label="Status"
      className={cx(
        "flex flex-wrap items-start gap-x-3 gap-y-3 rounded-3 border px-4 py-3.5",
        look.className,
        loud ? "border-[color-mix(in_srgb,var(--fill)_40%,transparent)] bg-soft" : "border-line bg-surface",
      )}
    >
      <Icon aria-hidden="true" className={cx("icon mt-1 text-fill [stroke-width:2.25]", look.iconClass)} />
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="font-semibold text-ink text-xl">{verdict.title}</h2>
        {verdict.sentences.length > 0 ? (
          <p className="max-w-[80ch] text-ink-2">{verdict.sentences.join(" ")}</p>
        ) : null}
        {verdict.quote ? (
          <p className="wrap-anywhere mt-1 max-w-[80ch] text-ink-2">
            Fivetran says: <q className="text-ink">{verdict.quote}</q>
          </p>
        ) : null}
      </div>
      <NextStep detail={detail} action={verdict.action} />
    </section>
  );
}

function NextStep({ detail, action }: { detail: ConnectionDetail; action: Verdict["action"] }): ReactNode {
  const tests = useStartSetupTests();
  switch (action) {
    case "approve_key":
      return (
        <a href="#setup-tests" className={buttonClass("primary")}>
          Compare the key
        </a>
      );
    case "run_tests":
      return (
        <Button
          look="primary"
          pending={tests.isPending || detail.setup_test_run?.state === "running"}
          onClick={() => tests.mutate({ id: detail.row.id, name: detail.row.schema })}
        >
          <Stethoscope aria-hidden="true" /> Run setup tests
        </Button>
      );
    case "open_in_fivetran":
      return (
        <a href={detail.fivetran_url} target="_blank" rel="noreferrer" className={buttonClass("primary")}>
          Open in Fivetran
        </a>
      );
    default:
      return null;
  }
}
