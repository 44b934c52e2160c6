"use client";
import { useQuery } from "@tanstack/react-query";
import { Wrench } from "lucide-react";
import { ConnectCardPanel } from "@/components/connect-card/connect-card-panel";
import { useConnectCard } from "@/components/connect-card/use-connect-card";
import { SetupTestsPanel } from "@/components/setup-tests/setup-tests-panel";
import { Note } from "@/components/ui/note";
import { setupVerdict } from "@/lib/model/setup-run";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { connectionDetail } from "@/lib/queries/connection";
import { settingsSaved } from "@/lib/queries/settings-saved";

/** Beside the settings: whether they work, and the way to authorise anew. */
export function SetupSide({ id }: { id: string }) {
  const { data } = useQuery(connectionDetail(id));
  return data ? <Side detail={data} /> : null;
}

function Side({ detail }: { detail: ConnectionDetail }) {
  const { data: saved = null } = useQuery(settingsSaved(detail.row.id));
  const card = useConnectCard(detail);
  const stale = setupVerdict(detail, saved) === "stale";
  return (
    <div className="grid min-w-0 content-start gap-5">
      <SetupTestsPanel
        detail={detail}
        note={
          stale ? (
            <Note tone="delayed" icon={Wrench}>
              <b>These results are from before the settings changed.</b> Run the tests again.
            </Note>
          ) : undefined
        }
      />
      <ConnectCardPanel card={card} setupState={detail.row.setup_state} look="secondary" again />
    </div>
  );
}
