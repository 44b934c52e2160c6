"use client";
import { useIsMutating } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useIssues } from "@/components/connector-form/use-settings-form";
import { Button } from "@/components/ui/button";
import { useSetup } from "@/components/wizard/setup-context";
import { useCreateConnection } from "@/components/wizard/use-create-connection";
import { countOf } from "@/lib/model/names";

/** Creates the connection, once all is there. */
export function CreateButton() {
  const { draft, settings } = useSetup();
  const create = useCreateConnection();
  const sending = useIsMutating({ mutationKey: ["create-connection", draft.id] }) > 0;
  useIssues(settings);
  const missing = settings.findings().length;
  const { state } = draft.creation;
  if (state === "unknown") return null;
  return (
    <Button
      look="primary"
      pending={sending || state === "sending"}
      offBecause={missing > 0 ? `${countOf(missing, "field")} to fill in or fix first` : undefined}
      onClick={() => create.mutate({ again: false })}
    >
      <Plus aria-hidden="true" />
      Create, paused
    </Button>
  );
}
