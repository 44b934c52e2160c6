"use client";
import { labelAt } from "@/components/connector-form/settings-errors";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { unlikeSent } from "@/lib/model/connector/unlike-sent";
import { countOf } from "@/lib/model/names";
import type { SetupDraft } from "@/lib/model/setup-draft";
import type { ConnectionDetail } from "@/lib/model/snapshot";

/**
 * On a connection that was found by its name after the answer was lost: it has what that request sent, whatever was
 * typed since. Gone once its settings were changed.
 */
export function FoundNote({
  draft,
  form,
  detail,
  saved,
  onMend,
}: {
  draft: SetupDraft;
  form: ConnectorForm;
  detail: ConnectionDetail;
  /** When its settings were saved here; null for never. */
  saved: number | null;
  onMend: (path: string | null) => void;
}) {
  const { creation, values, secrets } = draft;
  if (creation.state !== "created" || creation.message === null) return null;
  const changed = detail.state_changes.some(
    ({ kind, seen_at, actor }) => kind === "settings" && actor !== "elsewhere" && seen_at > creation.at,
  );
  if (saved !== null || changed) return null;
  const paths = unlikeSent(form, values, detail.connection);
  return (
    <Note tone={paths.length > 0 ? "delayed" : "plain"} role="status">
      {creation.message}
      {paths.length > 0 ? (
        <>
          {" "}
          <b>It has what that request sent, not what was chosen since.</b> Other than in this draft:{" "}
          {[...new Set(paths.map((path) => WORDS.get(path) ?? labelAt(form, path)))].join(", ")}.
        </>
      ) : null}
      {values.authorise_by === "fields" && secrets.length > 0
        ? ` Its ${countOf(secrets.length, "secret")} came with that request too; what was typed after it is not in it.`
        : null}
      {paths.length > 0 ? (
        <span className="mt-2 block">
          <Button size="sm" onClick={() => onMend(paths.find((path) => form.by_path.has(path)) ?? null)}>
            Compare the settings
          </Button>
        </span>
      ) : null}
    </Note>
  );
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["networking_method", "how the source is reached"],
  ["private_link_id", "the private link"],
  ["proxy_agent_id", "the proxy agent"],
  ["hybrid_deployment_agent_id", "the agent"],
  ["schedule_type", "the schedule"],
  ["sync_frequency", "the schedule"],
  ["daily_sync_time", "the schedule"],
]);
