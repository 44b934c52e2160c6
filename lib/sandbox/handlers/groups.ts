import { connectionItem } from "@/lib/sandbox/connection-view";
import type { Handlers } from "@/lib/sandbox/handler";
import { pageOf } from "@/lib/sandbox/page-of";
import { conflict, invalid } from "@/lib/sandbox/reply";
import type { StoredGroup } from "@/lib/sandbox/state";
import { wireTime } from "@/lib/sandbox/wire-time";
import type { World } from "@/lib/sandbox/world";

const wire = ({ id, name, created_at }: StoredGroup) => ({ id, name, created_at: wireTime(created_at) });

/** Letters, digits and underscores, one group each: a group's name becomes part of names in destinations. */
function checkName(world: World, name: string, self?: string): void {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw invalid("Field 'name' may hold only letters, digits and underscores, and no digit first");
  }
  for (const group of world.state.groups.values()) {
    if (group.name === name && group.id !== self) throw conflict(`Group with name '${name}' already exists`);
  }
}

export const groupHandlers: Handlers<
  | "list_all_groups"
  | "create_group"
  | "group_details"
  | "modify_group"
  | "delete_group"
  | "list_all_connections_in_group"
  | "group_ssh_public_key"
> = {
  list_all_groups: ({ world, query }) => ({
    message: "Groups retrieved successfully",
    data: pageOf([...world.state.groups.values()], query, wire),
  }),

  create_group: ({ world, body: { name } }) => {
    checkName(world, name);
    const group = { id: world.newId(), name, created_at: world.now() };
    world.state.groups.set(group.id, group);
    world.changedRest();
    return { message: "Group has been created", data: wire(group) };
  },

  group_details: ({ world, params }) => ({
    message: "Group details retrieved successfully",
    data: wire(world.group(params.groupId)),
  }),

  modify_group: ({ world, params, body }) => {
    const group = world.group(params.groupId);
    checkName(world, body.name, group.id);
    group.name = body.name;
    world.changedRest();
    return { message: "Group has been updated", data: wire(group) };
  },

  delete_group: ({ world, params }) => {
    const { id } = world.group(params.groupId);
    if ([...world.state.connections.values()].some((c) => c.group_id === id)) {
      throw conflict(`Group with id '${id}' cannot be deleted: it still has connections`);
    }
    world.state.groups.delete(id);
    world.state.destinations.delete(id);
    for (const webhook of world.state.webhooks.values()) {
      if (webhook.group_id === id) world.state.webhooks.delete(webhook.id);
    }
    world.changedRest();
    return { message: `Group with id '${id}' has been deleted` };
  },

  list_all_connections_in_group: ({ world, params, query }) => {
    const { id } = world.group(params.groupId);
    const now = world.now();
    const items = world
      .connections()
      .filter((c) => c.group_id === id && (query?.schema === undefined || c.schema === query.schema));
    return {
      message: "Group connections retrieved successfully",
      data: pageOf(items, query, (c) => connectionItem(c, now)),
    };
  },

  group_ssh_public_key: ({ world, params }) => ({
    message: "Group SSH public key retrieved successfully",
    data: { public_key: world.publicKey(world.group(params.groupId).id) },
  }),
};
