"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { focusField } from "@/components/connector-form/field-place";
import { useSettingsForm } from "@/components/connector-form/use-settings-form";
import { needsCard } from "@/components/wizard/needs-card";
import { withTypedSecrets } from "@/components/wizard/secret-memory";
import type { Setup, SetupChoices } from "@/components/wizard/setup-context";
import { setupDraftSaver } from "@/components/wizard/setup-draft-saver";
import { choiceIssues } from "@/components/wizard/setup-findings";
import { useSetupSteps } from "@/components/wizard/use-setup-steps";
import { stepOfPath } from "@/components/wizard/wizard-steps";
import { safeLink } from "@/lib/model/catalogue/type-words";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import { FIELD_PARTS, type SettingsValues } from "@/lib/model/connector/field";
import { lostSecrets } from "@/lib/model/connector/lost-secrets";
import { withoutSecrets } from "@/lib/model/connector/without-secrets";
import type { SetupDraft } from "@/lib/model/setup-draft";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { saveSetupDraft, setupDraft } from "@/lib/queries/setup-drafts";

/** The state of the wizard, begun from a draft. Loading the draft anew needs another `key`. */
export function useSetupState({
  draft,
  form,
  guide,
  snapshot,
}: {
  draft: SetupDraft;
  form: ConnectorForm;
  guide: string | null | undefined;
  snapshot: AccountSnapshot;
}): Setup {
  const client = useQueryClient();
  const [begun] = useState(() => beginning(form, draft));
  const settings = useSettingsForm({
    form,
    initial: begun.settings,
    mode: "create",
    lost: begun.lost,
    authorise_by: begun.choices.authorise_by,
    onEdit: () => saver.touch(),
  });
  const [choices, setChoices] = useState(begun.choices);
  const latest = useRef(choices);
  const content = useRef<SetupDraft["step"]>(draft.step);
  const [saver] = useState(() =>
    setupDraftSaver(
      draft,
      () => {
        const open = withoutSecrets(form, settings.values());
        const secrets = [...new Set([...open.secrets, ...settings.lost.all()])].sort();
        return { step: content.current, values: { ...latest.current, settings: open.values }, secrets };
      },
      {
        read: () => client.fetchQuery({ ...setupDraft(draft.id), staleTime: 0 }),
        async save(next) {
          await client.cancelQueries({ queryKey: setupDraft(draft.id).queryKey });
          const saved = await saveSetupDraft(draft.id, next);
          client.setQueryData(setupDraft(draft.id).queryKey, saved);
          return saved;
        },
      },
    ),
  );
  const { steps, step, reached, go } = useSetupSteps(form, draft);
  const [tried, setTried] = useState<SetupDraft["step"] | null>(null);
  useEffect(() => {
    content.current = reached;
    saver.touch();
  }, [reached, saver]);

  const known = useRef(snapshot.connections);
  useEffect(() => {
    known.current = snapshot.connections;
  }, [snapshot.connections]);
  useEffect(() => {
    settings.also = () =>
      choiceIssues(form, { ...latest.current, settings: settings.values() }, known.current);
  }, [form, settings]);

  return useMemo(() => {
    const issuesOf: Setup["issuesOf"] = (of, issues) =>
      issues.filter((issue) => stepOfPath(form, issue.path) === of);
    return {
      draft,
      form,
      guide: safeLink(guide),
      settings,
      saver,
      snapshot,
      group: snapshot.groups.find((group) => group.id === choices.group_id),
      choices,
      choose: (more) => {
        latest.current = { ...latest.current, ...more };
        setChoices(latest.current);
        settings.authoriseBy(latest.current.authorise_by);
        settings.recheck();
        saver.touch();
      },
      values: () => ({ ...latest.current, settings: settings.values() }),
      steps,
      step,
      reached,
      go: (next, path) => {
        if (path !== undefined) {
          settings.check((at) => stepOfPath(form, at) === next);
          setTried(next);
        }
        go(next, path);
      },
      forward: () => {
        const [first] = settings.check((path) => stepOfPath(form, path) === step);
        const next = steps[steps.indexOf(step) + 1];
        setTried(first ? step : null);
        if (first) focusField(first.path);
        else if (next) go(next);
      },
      tried: tried === step,
      issuesOf,
    };
  }, [draft, form, guide, settings, saver, snapshot, choices, steps, step, reached, tried, go]);
}

/** What the draft holds, with what this tab still knows of it, and which of its secrets have to be typed again. */
function beginning(
  form: ConnectorForm,
  draft: SetupDraft,
): { settings: SettingsValues; choices: SetupChoices; lost: string[] } {
  const { settings: stored, ...choices } = draft.values;
  const empty = emptyValues(form);
  const parts = FIELD_PARTS.map((part) => [part, { ...empty[part], ...stored[part] }]);
  const settings = withTypedSecrets(form, draft.id, Object.fromEntries(parts) as SettingsValues);
  return {
    settings,
    choices: { ...choices, authorise_by: cardFirst(form, draft) ? "connect_card" : choices.authorise_by },
    lost: draft.creation.state === "created" ? [] : lostSecrets(form, draft.secrets, settings),
  };
}

/** Few have the tokens of a consent at hand, so a fresh draft begins with the card that asks for it. */
function cardFirst(form: ConnectorForm, { version }: SetupDraft): boolean {
  return needsCard(form) || (form.oauth && version === 1);
}
