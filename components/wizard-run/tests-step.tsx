"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Play, Wrench } from "lucide-react";
import type { ReactNode } from "react";
import { ConnectCardPanel } from "@/components/connect-card/connect-card-panel";
import { useConnectCard } from "@/components/connect-card/use-connect-card";
import { SetupTestsPanel } from "@/components/setup-tests/setup-tests-panel";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { ConnectionGate } from "@/components/wizard-run/connection-gate";
import { FoundNote } from "@/components/wizard-run/found-note";
import type { RunStepProps } from "@/components/wizard-run/run-step";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { editForm } from "@/lib/model/connector/edit-form";
import { fieldOfTest } from "@/lib/model/connector/field-of-test";
import { GOOD_VERDICTS, type SetupVerdict, setupVerdict } from "@/lib/model/setup-run";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { useStartSetupTests } from "@/lib/queries/connection-acts";
import { settingsSaved } from "@/lib/queries/settings-saved";

interface TestsStepProps extends RunStepProps {
  form: ConnectorForm;
  /** Shows the settings of the connection, with the field of this path focused. */
  onMend: (path: string | null) => void;
}

/** Whether the connection works: authorised where that is done elsewhere, tested, keys compared and approved. */
export function TestsStep(props: TestsStepProps) {
  return (
    <ConnectionGate id={props.connectionId}>
      {(detail) => <Tests {...props} detail={detail} />}
    </ConnectionGate>
  );
}

const WORDS: Record<SetupVerdict, string> = {
  not_run: "Not tested yet",
  running: "Fivetran is testing",
  not_known: "It is not known whether the tests pass",
  approve: "Compare and approve the key, then run the tests again",
  failed: "A test failed, so nothing can sync yet",
  stale: "The settings changed after the tests",
  refused: "Fivetran does not call it set up yet",
  warnings: "Passed, with warnings",
  passed: "All tests passed",
};

function Tests({ detail, draft, form, onMend, onStep, foot }: TestsStepProps & { detail: ConnectionDetail }) {
  const { data: saved = null } = useQuery(settingsSaved(detail.row.id));
  const tests = useStartSetupTests();
  const verdict = setupVerdict(detail, saved);
  const good = GOOD_VERDICTS.includes(verdict);
  const target = { id: detail.row.id, name: detail.row.schema };
  const running = tests.isPending || verdict === "running";
  const card = useConnectCard(detail);
  const byCard = draft.values.authorise_by === "connect_card";
  const cardFirst =
    byCard &&
    (card.state === null || card.state === "waiting") &&
    detail.row.setup_state === "incomplete" &&
    verdict === "not_run";
  return (
    <>
      <div className="grid gap-4">
        <FoundNote draft={draft} form={form} detail={detail} saved={saved} onMend={onMend} />
        {byCard ? (
          <ConnectCardPanel
            card={card}
            setupState={detail.row.setup_state}
            look={cardFirst ? "primary" : "secondary"}
          />
        ) : null}
        <SetupTestsPanel
          detail={detail}
          note={adviceOf(verdict)}
          mend={(test) => (
            <Button
              size="sm"
              onClick={() => onMend(fieldOfTest(editForm(form), draft.values.settings, test))}
            >
              <Wrench aria-hidden="true" /> Change the settings
            </Button>
          )}
        />
      </div>
      {foot({
        back: null,
        words: cardFirst ? "Nobody has authorised it yet" : WORDS[verdict],
        children: (
          <>
            <Button look="quiet" onClick={() => onMend(null)}>
              Change the settings
            </Button>
            {good ? (
              <Button look="primary" onClick={() => onStep("schema")}>
                Choose what syncs <ArrowRight aria-hidden="true" />
              </Button>
            ) : (
              <Button
                look={verdict === "approve" || cardFirst ? "secondary" : "primary"}
                pending={running}
                onClick={() => tests.mutate(target)}
              >
                <Play aria-hidden="true" /> {verdict === "not_run" ? "Run setup tests" : "Run tests again"}
              </Button>
            )}
          </>
        ),
      })}
    </>
  );
}

/** What the results do not say by themselves. */
function adviceOf(verdict: SetupVerdict): ReactNode {
  switch (verdict) {
    case "stale":
      return (
        <Note tone="delayed">
          <b>These results are from before the settings changed.</b> Run the tests again.
        </Note>
      );
    case "refused":
      return (
        <Note tone="delayed">
          <b>No test failed, yet Fivetran has not called the connection set up.</b> Run the tests again in a
          moment, or open the connection in Fivetran.
        </Note>
      );
    case "warnings":
      return (
        <Note tone="delayed">
          <b>You may go on.</b> Read the warnings first: what they name may be missing from the data.
        </Note>
      );
    default:
      return null;
  }
}
