import { expect, it, vi } from "vitest";
import { type SetupContent, setupDraftSaver } from "@/components/wizard/setup-draft-saver";
import { noSettings } from "@/lib/model/connector/typed-value";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { ApiError } from "@/lib/queries/api-error";

const VALUES: SetupDraft["values"] = {
  group_id: null,
  destination_schema_names: "FIVETRAN_NAMING",
  settings: noSettings(),
  network: {
    networking_method: null,
    private_link_id: null,
    proxy_agent_id: null,
    hybrid_deployment_agent_id: null,
  },
  authorise_by: "fields",
  schedule: { schedule_type: "auto", sync_frequency: 360, daily_sync_time: null },
};
const DRAFT: SetupDraft = {
  id: "d",
  version: 1,
  service: "postgres",
  step: "destination",
  values: VALUES,
  secrets: [],
  source: null,
  schema_from: null,
  creation: { state: "not_sent" },
  created_at: 0,
  saved_at: 10,
};

/** A server of one draft, and a tab that edits it. */
function scene(calm = 0) {
  const server = {
    kept: DRAFT,
    saves: [] as SetupContent[],
    down: false,
    deaf: false,
    gone: false,
    elsewhere: (saved_at: number, more: Partial<SetupDraft> = {}) => {
      server.kept = { ...server.kept, version: server.kept.version + 1, saved_at, step: "review", ...more };
      return server.kept;
    },
  };
  const now: SetupContent = { step: "destination", values: VALUES, secrets: [] };
  const saver = setupDraftSaver(
    DRAFT,
    () => ({ ...now }),
    {
      read: async () => server.kept,
      async save({ version, ...content }) {
        if (server.gone) throw new ApiError("not_found", "No such draft.");
        if (server.down) throw new ApiError("unavailable", "No answer.");
        if (version !== server.kept.version) throw new ApiError("conflict", "Saved elsewhere.");
        server.elsewhere(server.kept.saved_at + 10, content);
        server.saves.push(content);
        if (server.deaf) throw new ApiError("unavailable", "No answer.");
        return server.kept;
      },
    },
    calm,
  );
  return { server, now, saver };
}

it("saves what is edited, once", async () => {
  const { server, now, saver } = scene();
  now.step = "names";
  await saver.flush();
  await saver.flush();
  expect(server.saves.map(({ step }) => step)).toEqual(["names"]);
  expect(saver.getSaving()).toEqual({ state: "saved", at: 20 });
});

it("saves an edit that was made while another was on its way", async () => {
  const { server, now, saver } = scene();
  now.step = "names";
  const first = saver.flush();
  now.step = "network";
  await Promise.all([first, saver.flush()]);
  expect(server.saves.map(({ step }) => step)).toEqual(["names", "network"]);
});

it("does not write over another tab before it is told to", async () => {
  const { server, now, saver } = scene();
  server.elsewhere(99);
  now.step = "names";
  await saver.flush();
  expect(saver.getSaving()).toEqual({ state: "behind", at: 99 });
  saver.touch();
  await saver.flush();
  expect(server.saves).toEqual([]);
  await saver.overwrite();
  expect(server.saves.map(({ step }) => step)).toEqual(["names"]);
  expect(saver.getSaving().state).toBe("saved");
});

it("hears of another tab by what the server has", () => {
  const { server, saver } = scene();
  saver.take(DRAFT);
  expect(saver.getSaving().state).toBe("saved");
  saver.take(server.elsewhere(50));
  expect(saver.getSaving()).toEqual({ state: "behind", at: 50 });
});

it("says why nothing is saved, and saves when the server is back", async () => {
  const { server, now, saver } = scene();
  server.down = true;
  now.step = "names";
  await saver.flush();
  expect(saver.getSaving()).toEqual({ state: "failed", reason: "No answer." });
  server.down = false;
  await saver.flush();
  expect(saver.getSaving()).toEqual({ state: "saved", at: 20 });
});

it("knows its own save again whose answer was lost", async () => {
  const { server, now, saver } = scene();
  server.deaf = true;
  now.step = "names";
  await saver.flush();
  expect(saver.getSaving().state).toBe("failed");
  server.deaf = false;
  await saver.flush();
  expect(saver.getSaving()).toEqual({ state: "saved", at: 20 });
  expect(server.saves).toHaveLength(1);
});

it("has something to lose from the edit on until it is saved", async () => {
  const { now, saver } = scene();
  expect(saver.isUnsaved()).toBe(false);
  now.step = "names";
  saver.touch();
  expect(saver.isUnsaved()).toBe(true);
  await saver.flush();
  expect(saver.isUnsaved()).toBe(false);
});

it("says from the edit on that it is not saved yet", async () => {
  const { now, saver } = scene();
  saver.touch();
  expect(saver.getSaving().state).toBe("saved");
  now.step = "names";
  saver.touch();
  expect(saver.getSaving()).toEqual({ state: "saving" });
  await saver.flush();
  expect(saver.getSaving()).toEqual({ state: "saved", at: 20 });
});

it("saves for a person who never pauses", async () => {
  vi.useFakeTimers();
  try {
    const { server, now, saver } = scene(600);
    const editUntil = async (ms: number) => {
      for (let at = 0; at < ms; at += 500) {
        now.values = { ...VALUES, group_id: `${at}` };
        saver.touch();
        await vi.advanceTimersByTimeAsync(500);
      }
    };
    await editUntil(2_500);
    expect(server.saves).toHaveLength(0);
    await editUntil(4_000);
    expect(server.saves).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

it("goes on to save an edit that was made while another was on its way, unasked", async () => {
  const { server, now, saver } = scene();
  now.step = "names";
  const first = saver.flush();
  now.step = "network";
  saver.touch();
  await first;
  await vi.waitFor(() => expect(server.saves.map(({ step }) => step)).toEqual(["names", "network"]));
});

it("does not go on saving a draft that is gone", async () => {
  const { server, now, saver } = scene();
  server.gone = true;
  now.step = "names";
  await saver.flush();
  expect(saver.getSaving()).toEqual({ state: "gone" });
  server.gone = false;
  now.step = "network";
  await saver.flush();
  expect(server.saves).toEqual([]);
});
