"use client";
import Link from "next/link";
import { useState, useSyncExternalStore } from "react";
import { labelAt } from "@/components/connector-form/settings-errors";
import { useLostSecrets } from "@/components/connector-form/use-settings-form";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { rememberTyped } from "@/components/wizard/secret-memory";
import { useSetup } from "@/components/wizard/setup-context";
import { stepOfPath } from "@/components/wizard/wizard-steps";
import { countOf } from "@/lib/model/names";

/** What holds for the draft as a whole: another tab has saved it, nothing can be saved, secrets are missing. */
export function WizardNotes({ onLoad }: { onLoad: () => Promise<void> }) {
  const { draft, form, settings, saver, go } = useSetup();
  const saving = useSyncExternalStore(saver.subscribe, saver.getSaving, saver.getSaving);
  const lost = useLostSecrets(settings);
  const [loading, setLoading] = useState(false);
  const load = async () => {
    setLoading(true);
    // Secrets typed here go on in what is loaded.
    rememberTyped(draft.id, settings.values());
    await onLoad();
  };
  if (draft.creation.state === "created") return null;
  return (
    <>
      {saving.state === "behind" ? (
        <Note tone="delayed" role="alert">
          <b>
            Another tab or browser saved this draft at <Time at={saving.at} form="absolute" />.
          </b>{" "}
          Nothing of this tab is saved until you decide. What you typed here stays on this page.
          <span className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" pending={loading} onClick={() => void load()}>
              Load what was saved
            </Button>
            <Button size="sm" look="quiet" onClick={() => void saver.overwrite()}>
              Save this tab’s over it
            </Button>
          </span>
        </Note>
      ) : null}
      {saving.state === "failed" ? (
        <Note tone="unknown" role="status">
          <b>The draft is not saved.</b> {saving.reason} What you typed stays on this page, and saving is
          tried again.{" "}
          <Button size="sm" onClick={() => void saver.flush()}>
            Save now
          </Button>
        </Note>
      ) : null}
      {saving.state === "gone" ? (
        <Note tone="delayed" role="alert">
          <b>This draft was deleted in another tab or browser.</b> Nothing of it is saved any more, and
          nothing can be created from it. What you typed stays on this page until you leave it.{" "}
          <Link className="link" href="/connections/new">
            Begin another
          </Link>
        </Note>
      ) : null}
      {draft.source ? <SourceNote /> : null}
      {lost.length > 0 ? (
        <Note tone="delayed" role="status">
          <b>{countOf(lost.length, "secret")} must be typed again</b>, because secrets are kept nowhere:{" "}
          {lost.map((path, at) => (
            <span key={path}>
              {at > 0 ? ", " : ""}
              <button type="button" className="link" onClick={() => go(stepOfPath(form, path), path)}>
                {labelAt(form, path)}
              </button>
            </span>
          ))}
          .
        </Note>
      ) : null}
    </>
  );
}

function SourceNote() {
  const { source, schema_from } = useSetup().draft;
  if (!source) return null;
  return (
    <p className="text-ink-3 text-xs">
      {source.kind === "connection" ? (
        <>
          Begun as a copy of <span className="mono wrap-anywhere">{source.schema}</span>.
        </>
      ) : (
        `Begun from the template ${source.name}.`
      )}
      {schema_from
        ? " Its choices of schemas, tables and columns are carried over once the schema is known."
        : ""}
    </p>
  );
}
