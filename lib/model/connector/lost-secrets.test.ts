import { expect, it } from "vitest";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import { lostSecrets } from "@/lib/model/connector/lost-secrets";
import { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";

const form = connectorForm(ConnectorTypeDetail.parse(connectorTypeDetail("postgres")));
const empty = emptyValues(form);
const password = [...form.by_path.keys()].find((path) => /^(config|auth)\.password$/.test(path)) as string;
const [part = "config"] = password.split(".") as ["config" | "auth"];

it("names what has to be typed again until it is typed", () => {
  expect(lostSecrets(form, [password], empty)).toEqual([password]);
  const typed = { ...empty, [part]: { ...empty[part], password: "hgCanary" } };
  expect(lostSecrets(form, [password], typed)).toEqual([]);
});

it("does not ask for what a key of a secrets manager stands in for", () => {
  const keyed = {
    ...empty,
    request: { ...empty.request, external_secrets_manager_id: "lucky_tiger" },
    external_secrets_keys_config: { ...empty.external_secrets_keys_config, password: "PG_PASSWORD" },
  };
  expect(lostSecrets(form, [password], keyed)).toEqual([]);
  const unnamed = { ...keyed, request: { ...empty.request, external_secrets_manager_id: "" } };
  expect(lostSecrets(form, [password], unnamed)).toEqual([password]);
});

it("knows a secret inside a list by its place", () => {
  expect(lostSecrets(form, ["config.servers.1.password"], empty)).toEqual(["config.servers.1.password"]);
});
