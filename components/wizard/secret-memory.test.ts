import { expect, it } from "vitest";
import { forgetTyped, rememberTyped, withTypedSecrets } from "@/components/wizard/secret-memory";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";

const form = connectorForm(connectorTypeDetail("connector_sdk") as unknown as ConnectorTypeDetail);

function typed(secrets: { key: string; value: string }[]) {
  const values = emptyValues(form);
  values.config.secrets_list = secrets;
  return values;
}

it("puts secrets back where the draft still has their place, and nothing else", () => {
  rememberTyped(
    "d",
    typed([
      { key: "OLD", value: "one" },
      { key: "B", value: "two" },
    ]),
  );
  const stored = typed([{ key: "A", value: "" }]);
  expect(withTypedSecrets(form, "d", stored).config.secrets_list).toEqual([{ key: "A", value: "one" }]);
  expect(stored.config.secrets_list).toEqual([{ key: "A", value: "" }]);
});

it("knows nothing of other drafts, and forgets when told", () => {
  rememberTyped("d", typed([{ key: "A", value: "one" }]));
  const stored = typed([{ key: "A", value: "" }]);
  expect(withTypedSecrets(form, "e", stored)).toEqual(stored);
  forgetTyped("d");
  expect(withTypedSecrets(form, "d", stored)).toEqual(stored);
});
