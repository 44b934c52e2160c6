import { describe, expect, it } from "vitest";
import { changedFields, changedSettings } from "@/lib/model/connector/changed-settings";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { editForm } from "@/lib/model/connector/edit-form";
import { fieldOfMessage } from "@/lib/model/connector/field-of-message";
import { rebaseEdit } from "@/lib/model/connector/rebase-edit";
import { valuesOf } from "@/lib/model/connector/values-of";
import { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";

function formOf(service: string) {
  return editForm(connectorForm(ConnectorTypeDetail.parse(connectorTypeDetail(service))));
}

describe("the form of a connection that exists", () => {
  it("has networking_method only where the type has no field of its own for it", () => {
    expect(formOf("postgres").by_path.has("request.networking_method")).toBe(false);
    expect(formOf("stripe").by_path.has("request.networking_method")).toBe(true);
    expect(formOf("stripe").groups.map(({ id }) => id)).toContain("network");
  });

  it("sends what of the network was touched, beside the settings, and null for what was taken back", () => {
    const form = formOf("stripe");
    const { values } = valuesOf(form, {
      config: {},
      networking_method: "PRIVATE_LINK" as "PrivateLink",
      private_link_id: "link_one",
    });
    expect(changedSettings(form, values, values)).toEqual({});
    const request = { ...values.request, networking_method: "Directly", private_link_id: "" };
    expect(changedSettings(form, values, { ...values, request })).toEqual({
      networking_method: "Directly",
      private_link_id: null,
    });
  });

  it("leaves a method alone that Fivetran alone can choose", () => {
    const form = formOf("stripe");
    const { values } = valuesOf(form, { config: {}, networking_method: "Unknown" });
    expect(changedFields(form, values, values)).toEqual([]);
  });

  it("tells what somebody else changed of the network meanwhile", () => {
    const form = formOf("postgres");
    const read = (hybrid_deployment_agent_id: string | null) =>
      valuesOf(form, { config: { host: "h" }, hybrid_deployment_agent_id }).values;
    const mine = {
      ...read("one"),
      request: { ...read("one").request, hybrid_deployment_agent_id: "two" },
    };
    const { conflicts } = rebaseEdit(form, read("one"), mine, read("three"));
    expect(conflicts.map(({ field, base, theirs, mine: own }) => [field.path, base, theirs, own])).toEqual([
      ["request.hybrid_deployment_agent_id", "one", "three", "two"],
    ]);
  });

  it("knows the request's own names in what Fivetran says", () => {
    expect(fieldOfMessage(formOf("postgres"), "Field 'proxy_agent_id' refers to 'x'")).toBe(
      "request.proxy_agent_id",
    );
  });
});
