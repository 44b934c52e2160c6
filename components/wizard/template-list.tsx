"use client";
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Panel } from "@/components/ui/panel";
import type { ConnectionTemplate, SetupDraft } from "@/lib/model/setup-draft";
import { messageOf } from "@/lib/queries/api-error";
import { connectionTemplates, dropTemplate } from "@/lib/queries/connection-templates";
import { notify } from "@/lib/queries/notice";
import type { SetupBeginning } from "@/lib/queries/setup-drafts";

/** Stored choices to begin with; nothing where there are none. */
export function TemplateList({
  nameOf,
  begin,
}: {
  nameOf: (service: string) => string;
  begin: UseMutationResult<SetupDraft, Error, SetupBeginning>;
}) {
  const { data: templates = [] } = useQuery(connectionTemplates);
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: ({ id }: ConnectionTemplate) => dropTemplate(id),
    onSuccess: (_, { name }) => notify({ title: "Template deleted", name, tone: "done" }),
    onError: (error, { name }) =>
      notify({ title: "Template not deleted", name, detail: messageOf(error), tone: "failed" }),
    onSettled: () => client.invalidateQueries({ queryKey: connectionTemplates.queryKey }),
  });
  if (templates.length === 0) return null;
  return (
    <Panel title="Templates" sub="Of everyone here, without names and secrets">
      <ul className="max-h-56 overflow-y-auto">
        {templates.map((template) => (
          <li
            key={template.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-3 py-2 last:border-b-0 sm:px-4"
          >
            <ServiceMark service={nameOf(template.service)} />
            <span className="wrap-anywhere font-medium">{template.name}</span>
            <span className="text-ink-3 text-xs">
              {nameOf(template.service)}, by {template.actor}
            </span>
            <span className="ml-auto flex items-center gap-2">
              <Button
                size="sm"
                pending={begin.isPending}
                aria-label={`Begin with ${template.name}`}
                onClick={() => begin.mutate({ template_id: template.id })}
              >
                Begin with it
              </Button>
              <IconButton
                size="sm"
                label={`Delete the template ${template.name}`}
                onClick={() => drop.mutate(template)}
              >
                <X aria-hidden="true" />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
