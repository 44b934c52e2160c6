"use client";
import { type Target, useAct } from "@/lib/queries/act";
import { upstream } from "@/lib/queries/upstream";

function modify(id: string, patch: object) {
  return upstream("PATCH /connections/{connectionId}", {
    params: { connectionId: id },
    body: { ...patch, run_setup_tests: false },
  });
}

const sync = (id: string) =>
  upstream("POST /connections/{connectionId}/sync", { params: { connectionId: id }, body: { force: false } });

/**
 * Has Fivetran capture the schema by a sync that loads nothing: blocked first, so that it cannot load, then unpaused
 * (D: tutorials/schema-status). Failures are left to the place that asked.
 */
export function useCaptureSchema() {
  return useAct({
    run: async ({ id, ask }: Target & { /** A schedule of its own starts none. */ ask: boolean }) => {
      await modify(id, { schema_status: "blocked_on_capture" });
      await modify(id, { paused: false });
      if (ask) await sync(id);
    },
    done: () => "Capture of the schema asked for",
    failed: () => "Capture not begun",
    quiet: true,
  });
}

interface Released extends Target {
  /** Its schema was captured and waits to be released. */
  blocked: boolean;
}

const ready = ({ blocked }: Released) => (blocked ? { schema_status: "ready" } : {});

/**
 * Lets a connection sync for the first time. Failures are left to the place that asked; one that comes after the
 * connection was unpaused leaves it so, and asking again is harmless.
 */
export function useStartFirstSync() {
  return useAct({
    run: async (
      target: Released & { /** Its schedule is manual: nothing starts by itself. */ ask: boolean },
    ) => {
      await modify(target.id, { ...ready(target), paused: false });
      if (target.ask) await sync(target.id);
    },
    done: () => "First sync asked for",
    failed: () => "First sync not started",
    quiet: true,
  });
}

/** Leaves a connection paused, and released where its schema was captured, so that a later resume is all it needs. */
export function useLeavePaused() {
  return useAct({
    run: (target: Released) => modify(target.id, { ...ready(target), paused: true }),
    done: () => "Left paused",
    failed: () => "Not paused",
    quiet: true,
  });
}
