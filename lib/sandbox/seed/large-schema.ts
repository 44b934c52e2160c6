import type { Clock } from "@/lib/sandbox/clock";
import { newId } from "@/lib/sandbox/new-id";
import { seedConnection } from "@/lib/sandbox/seed/seed-connection";
import { switchPolicy } from "@/lib/sandbox/source/reload";
import { newSchemaState } from "@/lib/sandbox/source/schema-state";
import type { SandboxState } from "@/lib/sandbox/state";
import { World } from "@/lib/sandbox/world";

/** Adds the connection `large_schema`: a database under BLOCK_ALL whose columns are all stored. */
export function addLargeSchema(
  state: SandboxState,
  clock: Clock,
  large: { tables: number; columns: number },
): void {
  const world = new World(state, clock);
  const group_id = [...state.groups.keys()].find((id) => state.destinations.has(id));
  if (group_id === undefined) return;
  state.ids_made += 1;
  const connection = seedConnection(world, {
    id: newId(state.seed, state.ids_made, (id) => state.connections.has(id) || state.groups.has(id)),
    seed: { group: 0, service: "postgres", name: "large_schema", minutes: 1440 },
    group_id,
    connected_by: state.account.user_id,
    agents: { link: "", proxy: "", hybrid: "" },
  });
  connection.large = large;
  world.changed(connection);
  const captured = { ...newSchemaState("ALLOW_ALL"), captures: [{ version: 0, enabled: true }] };
  connection.schema_config = switchPolicy(captured, world.source(connection), "BLOCK_ALL");
}
