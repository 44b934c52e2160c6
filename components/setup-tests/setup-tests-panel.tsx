"use client";
import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { ApprovalCard } from "@/components/setup-tests/approval-card";
import { SetupTestRow } from "@/components/setup-tests/setup-test-row";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { Time } from "@/components/ui/time";
import { useNow } from "@/components/ui/use-now";
import { approvalRequests } from "@/lib/model/approval-request";
import { isFailure } from "@/lib/model/setup-run";
import type { SetupTest } from "@/lib/model/setup-test";
import type { ConnectionDetail, SetupTestRun } from "@/lib/model/snapshot";
import { duration } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { useStartSetupTests } from "@/lib/queries/connection-acts";

/** Runs the setup tests on the server and shows the last run; nothing is lost by closing the tab. */
export function SetupTestsPanel({
  detail,
  note,
  mend,
}: {
  detail: ConnectionDetail;
  /** Above the results: why they may not hold any more. */
  note?: ReactNode;
  /** The way out of a failed test that no approval mends. */
  mend?: (test: SetupTest) => ReactNode;
}) {
  const { row, setup_test_run: run } = detail;
  const start = useStartSetupTests();
  const running = run?.state === "running";
  const requests = run?.state === "done" ? run.tests.flatMap(approvalRequests) : [];
  return (
    <Panel
      id="setup-tests"
      title="Setup tests"
      sub={run?.ended_at ? <Time at={run.ended_at} form="absolute" /> : undefined}
      end={
        <Button
          size="sm"
          pending={start.isPending || running}
          onClick={() => start.mutate({ id: row.id, name: row.schema })}
        >
          <RotateCcw aria-hidden="true" /> {run ? "Run again" : "Run tests"}
        </Button>
      }
    >
      <div aria-live="polite">
        {start.error ? (
          <PanelBody>
            <Note tone="broken" role="alert">
              {messageOf(start.error)}
            </Note>
          </PanelBody>
        ) : null}
        {note ? <PanelBody className="border-line border-b">{note}</PanelBody> : null}
        {run ? (
          <Outcome run={run} mend={mend} />
        ) : (
          <PanelBody className="text-ink-3">
            Not run from here yet. The tests check host, credentials and rights, and change no data.
          </PanelBody>
        )}
        {requests.map((request) => (
          <ApprovalCard key={`${request.kind} ${request.hash}`} request={request} detail={detail} />
        ))}
      </div>
    </Panel>
  );
}

function Outcome({ run, mend }: { run: SetupTestRun; mend: ((test: SetupTest) => ReactNode) | undefined }) {
  if (run.state === "running") return <Running run={run} />;
  if (run.state !== "done") {
    return (
      <PanelBody>
        <Note tone={run.state === "failed" ? "broken" : "unknown"}>
          <b>
            {run.state === "failed" ? "The tests could not be run." : "It is not known how the tests ended."}
          </b>{" "}
          {run.error}
        </Note>
      </PanelBody>
    );
  }
  if (run.tests.length === 0) {
    return <PanelBody className="text-ink-3">Fivetran ran no test for this connector type.</PanelBody>;
  }
  const stopped = run.tests.findIndex(isFailure);
  return (
    <ul>
      {run.tests.map((test, index) => (
        <SetupTestRow
          // biome-ignore lint/suspicious/noArrayIndexKey: tests have no id, and one title may occur twice
          key={index}
          test={test}
          reached={!(test.status === "SKIPPED" && stopped >= 0 && index > stopped)}
        >
          {mend && isFailure(test) && approvalRequests(test).length === 0 ? mend(test) : null}
        </SetupTestRow>
      ))}
    </ul>
  );
}

function Running({ run }: { run: SetupTestRun }) {
  const now = useNow(1_000);
  return (
    <PanelBody className="grid gap-2">
      <p className="flex justify-between gap-3">
        <span>Fivetran is testing. You may close this tab.</span>
        <span className="text-ink-3" aria-hidden="true">
          {duration(Math.max(0, now - run.started_at))}
        </span>
      </p>
      <Progress label="Setup tests running" done={0} total={null} />
    </PanelBody>
  );
}
