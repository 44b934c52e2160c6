import { describe, expect, it } from "vitest";
import { changedSettings } from "@/lib/model/connector/changed-settings";
import { checkSettings } from "@/lib/model/connector/check-settings";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import type { SettingsValues } from "@/lib/model/connector/field";
import { fieldOfMessage } from "@/lib/model/connector/field-of-message";
import { settingsOf } from "@/lib/model/connector/settings-of";
import { shownPaths } from "@/lib/model/connector/shown-paths";
import { valuesOf } from "@/lib/model/connector/values-of";
import { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";

function formOf(service: string) {
  return connectorForm(ConnectorTypeDetail.parse(connectorTypeDetail(service)));
}

const form = formOf("postgres");
const KEYS = ["external_secrets_keys_config.user", "external_secrets_keys_config.password"];

function values(more: Partial<SettingsValues>): SettingsValues {
  const empty = emptyValues(form);
  const parts = Object.entries(more).map(([part, own]) => [
    part,
    { ...empty[part as keyof SettingsValues], ...own },
  ]);
  return { ...empty, ...Object.fromEntries(parts) };
}

describe("an external secrets manager", () => {
  const named = { request: { external_secrets_manager_id: "lucky_tiger" } };
  const keyed = { ...named, external_secrets_keys_config: { password: "PG_PASSWORD" } };

  it("is asked for only where the type takes keys, and keys only once it is named", () => {
    expect(formOf("klaviyo").groups.map(({ id }) => id)).not.toContain("secrets_manager");
    const shown = shownPaths(form, values({}));
    expect(shown).toContain("request.external_secrets_manager_id");
    for (const key of KEYS) {
      expect(shown).not.toContain(key);
      expect(shownPaths(form, values(named))).toContain(key);
    }
  });

  it("takes the place of the setting that it has a key for", () => {
    const typed = values({ ...keyed, config: { user: "fivetran", password: "typed before" } });
    const shown = shownPaths(form, typed);
    expect(shown).toContain("config.user");
    expect(shown).not.toContain("config.password");
    const sent = settingsOf(form, typed);
    expect(sent).toMatchObject({
      external_secrets_manager_id: "lucky_tiger",
      external_secrets_keys_config: { password: "PG_PASSWORD" },
      config: { user: "fivetran" },
    });
    expect(JSON.stringify(sent)).not.toContain("typed before");
    expect(checkSettings(form, typed, { mode: "create" }).map(({ path }) => path)).not.toContain(
      "config.password",
    );
  });

  it("stands in for credentials of auth too", () => {
    const ads = formOf("facebook_ads");
    const typed = {
      ...emptyValues(ads),
      request: { external_secrets_manager_id: "lucky_tiger" },
      external_secrets_keys_config: { user_access_token: "ADS_TOKEN" },
      auth: { user_access_token: "typed before" },
    };
    expect(settingsOf(ads, typed)).toMatchObject({
      external_secrets_keys_config: { user_access_token: "ADS_TOKEN" },
    });
    expect(settingsOf(ads, typed)).not.toHaveProperty("auth");
  });

  it("stays out of a creation whose credentials a connect card asks for", () => {
    expect(settingsOf(form, values(keyed), "connect_card")).toEqual(
      settingsOf(form, values({}), "connect_card"),
    );
  });

  it("has an id of letters, digits, _ and -, and a message that names it lands there", () => {
    const wrong = values({ request: { external_secrets_manager_id: "https://vault.example.com" } });
    const path = "request.external_secrets_manager_id";
    expect(checkSettings(form, wrong, { mode: "create" }).filter((it) => it.path === path)).toHaveLength(1);
    expect(fieldOfMessage(form, "Field 'external_secrets_manager_id' is unknown")).toBe(path);
  });

  it("is read back from a connection, and null takes it and its keys back", () => {
    const connection = {
      config: { host: "h", password: "******" },
      external_secrets_manager_id: "lucky_tiger",
      external_secrets_keys_config: { user: "PG_USER", password: "PG_PASSWORD" },
    };
    const { values: before } = valuesOf(form, connection);
    expect(before.request).toEqual({ external_secrets_manager_id: "lucky_tiger" });
    const less = { ...before.external_secrets_keys_config, user: "" };
    expect(changedSettings(form, before, { ...before, external_secrets_keys_config: less })).toEqual({
      external_secrets_keys_config: { user: null },
    });
    expect(
      changedSettings(form, before, { ...before, request: { external_secrets_manager_id: "" } }),
    ).toEqual({ external_secrets_manager_id: null });
  });
});
