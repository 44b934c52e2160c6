import { expect, it } from "vitest";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { shownWhen } from "@/lib/model/connector/shown-when";
import { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { connectorTypeDetail } from "@/lib/sandbox/catalogue/metadata";

it.each([
  ["postgres", "config.tunnel_host", "when Connect is SSH tunnel"],
  ["postgres", "config.host", null],
  ["snowflake_db", "config.passphrase", "when Sign in with is Key pair and Is private key encrypted is on"],
  ["google_sheets", "auth.client_access.client_secret", "when Sign in with is OAuth"],
  ["s3", "config.selected_range", "when File type is Spreadsheet or not chosen"],
])("%s: %s is asked for %s", (id, path, words) => {
  const form = connectorForm(ConnectorTypeDetail.parse(connectorTypeDetail(id)));
  expect(shownWhen(form, path)).toBe(words);
});
