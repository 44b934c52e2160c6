"use client";
import type { ConnectionPatch } from "@/lib/contract/connection-rows";
import { type Acting, type Target, useAct } from "@/lib/queries/act";
import { startSetupTests } from "@/lib/queries/connection";
import { showAhead } from "@/lib/queries/optimistic-row";
import { upstream } from "@/lib/queries/upstream";

function modify(id: string, patch: ConnectionPatch) {
  return upstream("PATCH /connections/{connectionId}", {
    params: { connectionId: id },
    body: { ...patch, run_setup_tests: false },
  });
}

/** Starts a sync. A running one is left alone unless `force`, which ends it and starts anew. */
export function useSyncConnection() {
  return useAct({
    run: ({ id, force = false }: Target & { force?: boolean }) =>
      upstream("POST /connections/{connectionId}/sync", { params: { connectionId: id }, body: { force } }),
    done: ({ force }) => (force ? "Force sync asked for" : "Sync asked for"),
    failed: () => "Sync not started",
  });
}

/** Pauses or resumes; shown at once, put back when Fivetran refuses. */
export function useSetPaused() {
  const act: Acting<Target & { paused: boolean }, unknown> = useAct<Target & { paused: boolean }, unknown>({
    run: ({ id, paused }) => modify(id, { paused }),
    ahead: (client, { id, paused }) => showAhead(client, id, { paused }),
    done: ({ paused }) => (paused ? "Paused" : "Resumed"),
    failed: ({ paused }) => (paused ? "Not paused" : "Not resumed"),
    undo: (target) => () => act.mutate({ ...target, paused: !target.paused }),
  });
  return act;
}

/** Changes settings; `patch` holds only what the person touched. Failures are left to the form. */
export function useModifyConnection() {
  return useAct({
    run: ({ id, patch }: Target & { patch: Omit<ConnectionPatch, "run_setup_tests"> }) => modify(id, patch),
    done: () => "Settings saved",
    failed: () => "Settings not saved",
    quiet: true,
  });
}

/** A historical re-sync of everything. Failures are left to the dialog. */
export function useResyncConnection() {
  return useAct({
    run: ({ id }: Target) =>
      upstream("POST /connections/{connectionId}/resync", { params: { connectionId: id }, body: {} }),
    done: () => "Re-sync asked for",
    failed: () => "Re-sync not started",
    quiet: true,
  });
}

/** Deletes the connection in Fivetran. Failures are left to the dialog. */
export function useDeleteConnection() {
  return useAct({
    run: ({ id }: Target) => upstream("DELETE /connections/{connectionId}", { params: { connectionId: id } }),
    removes: true,
    done: () => "Deleted",
    failed: () => "Not deleted",
    quiet: true,
  });
}

/** Starts the setup tests on the server; results come with the connection's detail. Failures are left to the panel. */
export function useStartSetupTests() {
  return useAct({
    run: ({ id }: Target) => startSetupTests(id),
    done: () => "Setup tests started",
    failed: () => "Setup tests not started",
    quiet: true,
  });
}
