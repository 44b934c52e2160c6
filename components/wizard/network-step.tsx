"use client";
import { NetworkFields } from "@/components/connector-form/network-fields";
import { useSetup } from "@/components/wizard/setup-context";

/** How Fivetran reaches the source. Ids of another way stay in the draft, so that going back loses nothing. */
export function NetworkStep() {
  const { group, choices, choose } = useSetup();
  return (
    <NetworkFields group={group} network={choices.network} onChange={(network) => choose({ network })} />
  );
}
