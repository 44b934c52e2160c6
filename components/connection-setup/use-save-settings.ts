"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { focusField } from "@/components/connector-form/field-place";
import type { SettingsForm } from "@/components/connector-form/settings-form";
import { serverNow } from "@/components/ui/server-clock";
import type { Connection } from "@/lib/model/connection";
import { changedSettings } from "@/lib/model/connector/changed-settings";
import type { SettingsValues } from "@/lib/model/connector/field";
import { fieldOfMessage } from "@/lib/model/connector/field-of-message";
import { type RebasedEdit, rebaseEdit } from "@/lib/model/connector/rebase-edit";
import { type ConnectionValues, valuesOf } from "@/lib/model/connector/values-of";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { useModifyConnection } from "@/lib/queries/connection-acts";
import { connectionSettings, readConnection } from "@/lib/queries/connection-settings";
import { settingsSaved } from "@/lib/queries/settings-saved";

/** What would be saved, over what Fivetran has at that moment. */
export interface ReviewedEdit extends RebasedEdit {
  now: Connection;
  /** What it has now, as values, and which secrets stand there. */
  fresh: ConnectionValues;
}

/** Reads the connection again, shows what would change, and sends only that. */
export function useSaveSettings({
  detail,
  settings,
  before,
}: {
  detail: ConnectionDetail;
  settings: SettingsForm;
  /** What the form began with. */
  before: ConnectionValues;
}) {
  const { id, schema: name } = detail.row;
  const { form } = settings;
  const client = useQueryClient();
  const [reviewed, setReviewed] = useState<ReviewedEdit | null>(null);
  const modify = useModifyConnection();
  const read = useMutation({
    mutationFn: () => readConnection(id),
    onMutate: () => modify.reset(),
    onSuccess: (now) => {
      const fresh = valuesOf(form, now);
      setReviewed({ now, fresh, ...rebaseEdit(form, before.values, settings.values(), fresh.values) });
    },
  });
  const tell = (error: Error) => {
    const message = messageOf(error);
    const path = fieldOfMessage(form, message) ?? (error instanceof ApiError ? error.facts.field : undefined);
    if (path === undefined || path === null || !form.by_path.has(path.replace(/\.\d+(?=\.|$)/g, ""))) return;
    settings.issues.tell({ path, message });
    // The dialog gives the focus back first.
    setTimeout(() => focusField(path), 100);
  };
  return {
    reading: read.isPending,
    saving: modify.isPending,
    error: read.error ?? modify.error,
    unknown: modify.error instanceof ApiError && modify.error.code === "unknown_outcome",
    reviewed,
    review: () => read.mutate(),
    close: () => setReviewed(null),
    /** Takes what Fivetran has for what the form begins with anew. */
    take: (now: Connection) => client.setQueryData(connectionSettings(id).queryKey, now),
    send: (values: SettingsValues, done: () => void) => {
      if (!reviewed) return;
      const patch = changedSettings(form, reviewed.fresh.values, values);
      modify.mutate(
        { id, name, patch },
        {
          onSuccess: (now) => {
            client.setQueryData(settingsSaved(id).queryKey, serverNow());
            client.setQueryData(connectionSettings(id).queryKey, now);
            done();
          },
          onError: (error) => {
            setReviewed(null);
            tell(error);
          },
        },
      );
    },
  };
}
