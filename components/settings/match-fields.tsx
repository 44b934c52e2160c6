"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Pickable, PickMany } from "@/components/settings/pick-many";
import type { ObjectiveMatch } from "@/lib/model/objective/objective";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { accountSnapshot } from "@/lib/queries/account";
import { useTags } from "@/lib/queries/use-tags";

/** Which connections something holds for: by destination, connector type, tag, and one by one. */
export function MatchFields({
  match,
  onChange,
}: {
  match: ObjectiveMatch;
  onChange: (match: ObjectiveMatch) => void;
}) {
  const { data: snapshot } = useQuery(accountSnapshot);
  const tags = useTags();
  const choices = useMemo(() => choicesOf(snapshot, tags), [snapshot, tags]);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <PickMany
        label="Destinations"
        any="Any destination"
        options={choices.groups}
        chosen={match.group_ids}
        onChange={(group_ids) => onChange({ ...match, group_ids })}
      />
      <PickMany
        label="Connector types"
        any="Any connector type"
        options={choices.services}
        chosen={match.services}
        onChange={(services) => onChange({ ...match, services })}
      />
      <PickMany
        label="Tags"
        any={choices.tags.length > 0 ? "Any tags or none" : "No connection has a tag yet"}
        options={choices.tags}
        chosen={match.tags}
        onChange={(chosen) => onChange({ ...match, tags: chosen })}
      />
      <PickMany
        label="Connections"
        any="Any connection"
        options={choices.connections}
        chosen={match.connection_ids}
        onChange={(connection_ids) => onChange({ ...match, connection_ids })}
      />
    </div>
  );
}

/** What can be named, each kind by name: thousands are put in order once, not with each key. */
function choicesOf(
  { connections, groups, services }: Pick<AccountSnapshot, "connections" | "groups" | "services"> = {
    connections: [],
    groups: [],
    services: [],
  },
  tags: ReadonlyMap<string, readonly string[]> = new Map(),
) {
  const { compare } = new Intl.Collator("en", { numeric: true });
  const sorted = (all: Pickable[]) => all.sort((a, b) => compare(a.name, b.name));
  const used = new Set(connections.map(({ service }) => service));
  return {
    groups: sorted([...groups]),
    services: sorted(services.filter(({ id }) => used.has(id))),
    tags: sorted([...new Set([...tags.values()].flat())].map((tag) => ({ id: tag, name: tag }))),
    connections: sorted(connections.map(({ id, schema }) => ({ id, name: schema }))),
  };
}
