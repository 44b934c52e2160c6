import { expect, it } from "vitest";
import { type SetupContent, SetupSaver } from "@/components/wizard/setup-saver";
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
function scene() {
  const server = { version: 1, saved_at: 10, saves: [] as SetupContent[], down: false, gone: false };
  const now: SetupContent = { step: "destination", values: VALUES, secrets: [] };
  const saver = new SetupSaver(
    DRAFT,
    () => ({ ...now }),
    {
      read: async () => ({ ...server }),
      async save({ version, ...content }) {
        if (server.gone) throw new ApiError("not_found", "No such draft.");
        if (server.down) throw new ApiError("unavailable", "No answer.");
        if (version !== server.version) throw new ApiError("conflict", "Saved elsewhere.");
        server.version += 1;
        server.saved_at += 10;
        server.saves.push(content);
        return { ...server };
      },
    },
    0,
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
  server.version = 5;
  server.saved_at = 99;
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
  const { saver } = scene();
  saver.take({ version: 1, saved_at: 10 });
  expect(saver.getSaving().state).toBe("saved");
  saver.take({ version: 2, saved_at: 50 });
  expect(saver.getSaving()).toEqual({ state: "behind", at: 50 });
});

it("says why nothing is saved, and saves when the server is back", async () => {
  const { server, now, saver } = scene();
  server.down = true;
  now.step = "names";
  await saver.flush();
  expect(saver.getSaving()).toEqual({ state: "failed", reason: "No answer." });
  saver.stop();
  server.down = false;
  await saver.flush();
  expect(saver.getSaving()).toEqual({ state: "saved", at: 20 });
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
