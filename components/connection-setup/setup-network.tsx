"use client";
import { useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { NetworkFields, type NetworkValues } from "@/components/connector-form/network-fields";
import { useSettings } from "@/components/connector-form/use-settings-form";
import { changedFields } from "@/lib/model/connector/changed-settings";
import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { SettingsValues } from "@/lib/model/connector/field";
import {
  methodNamed,
  networkChoices,
  networkField,
  networkIssues,
} from "@/lib/model/connector/network-method";
import type { GroupRow } from "@/lib/model/snapshot";

/**
 * How the source of a connection is reached, changed as at its creation. What the chosen way has no use for is taken
 * back; what it had comes again with the way.
 */
export function SetupNetwork({ group, before }: { group: GroupRow; before: SettingsValues }) {
  const settings = useSettings();
  const { form } = settings;
  useWatch({ control: settings.hook.control, name: "request" });
  const [unpicked, setUnpicked] = useState(false);
  const latest = useRef(unpicked);
  const was = before.request;
  useEffect(() => {
    settings.also = () => {
      const values = settings.values();
      const network = networkOf(values.request, latest.current);
      const own = networkField(form)?.path;
      const touched = changedFields(form, before, values).some(
        ({ part, path }) => part === "request" || path === own,
      );
      if (!touched && !latest.current) return [];
      const issues = networkIssues(form, { settings: values, network });
      return issues.map((issue) => ({ ...issue, path: `request.${issue.path}` }));
    };
    return () => {
      settings.also = () => [];
    };
  }, [settings, form, before]);

  const { request } = settings.values();
  const reported = textOf(request.networking_method);
  if (!hasNetwork(form, was)) return null;
  return (
    <NetworkFields
      group={group}
      network={networkOf(request, unpicked)}
      under="request."
      other={reported !== "" && methodNamed(reported) === null ? reported : undefined}
      onChange={(next, method) => {
        setUnpicked(next.hybrid_deployment_agent_id === "");
        latest.current = next.hybrid_deployment_agent_id === "";
        const own = form.by_path.has("request.networking_method");
        if (own && next.networking_method) settings.set("request.networking_method", next.networking_method);
        settings.set(
          "request.private_link_id",
          method === "PrivateLink" ? (next.private_link_id ?? textOf(was.private_link_id)) : "",
        );
        settings.set(
          "request.proxy_agent_id",
          method === "ProxyAgent" ? (next.proxy_agent_id ?? textOf(was.proxy_agent_id)) : "",
        );
        settings.set("request.hybrid_deployment_agent_id", next.hybrid_deployment_agent_id ?? "");
        settings.recheck();
      }}
    />
  );
}

function networkOf(request: SettingsValues["request"], unpicked: boolean): NetworkValues {
  const id = (name: string) => textOf(request[name]) || null;
  return {
    networking_method: methodNamed(request.networking_method),
    private_link_id: id("private_link_id"),
    proxy_agent_id: id("proxy_agent_id"),
    hybrid_deployment_agent_id: id("hybrid_deployment_agent_id") ?? (unpicked ? "" : null),
  };
}

/** Whether there is anything to choose, or something that was chosen elsewhere. */
function hasNetwork(form: ConnectorForm, was: SettingsValues["request"]): boolean {
  const group = form.groups.find(({ id }) => id === "network");
  const described = [...(group?.fields ?? []), ...(group?.more ?? [])].some(({ part }) => part !== "request");
  const { networking_method, external_secrets_manager_id: _, ...ids } = was;
  const chosen = Object.values(ids).some((id) => textOf(id) !== "");
  const method = textOf(networking_method);
  return described || chosen || networkChoices(form).length > 1 || !["", "Directly"].includes(method);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
