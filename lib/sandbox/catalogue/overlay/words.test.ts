import { describe, expect, it } from "vitest";
import { nameFromId, titleFromField } from "@/lib/model/connector/words";
import { KNOWN_NAMES, knownName } from "@/lib/sandbox/catalogue/overlay/known-names";
import { overlayOf } from "@/lib/sandbox/catalogue/overlay/overlay-of";
import { services } from "@/lib/sandbox/catalogue/service";

describe("names made from ids", () => {
  it("capitalises words, keeps abbreviations and small words", () => {
    expect(nameFromId("google_ads")).toBe("Google Ads");
    expect(nameFromId("aws_cost_report")).toBe("AWS Cost Report");
    expect(nameFromId("resource_management_by_smartsheet")).toBe("Resource Management by Smartsheet");
    expect(nameFromId("7shifts")).toBe("7shifts");
  });

  it("makes titles of fields as a sentence begins", () => {
    expect(titleFromField("client_id")).toBe("Client ID");
    expect(titleFromField("api_base_url")).toBe("API base URL");
    expect(titleFromField("personalAccessToken")).toBe("Personal access token");
  });

  it("finds the spelling of a name by its letters", () => {
    expect(knownName("activecampaign")).toBe("ActiveCampaign");
    expect(knownName("cin7core")).toBe("Cin7 Core");
    expect(knownName("constructor")).toBeUndefined();
  });

  it("keeps no spelling that no derived type has", () => {
    const used = new Set(services().flatMap((id) => (overlayOf(id) ? [] : (knownName(id) ?? []))));
    expect(KNOWN_NAMES.filter((name) => !used.has(name))).toEqual([]);
  });
});
