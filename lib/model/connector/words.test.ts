import { expect, it } from "vitest";
import { optionLabel, titleFromField } from "@/lib/model/connector/words";

it.each([
  ["SSH_TUNNEL", "SSH tunnel"],
  ["SshTunnel", "SSH tunnel"],
  ["OAuth", "OAuth"],
  ["EntraIDServicePrincipalSecret", "Entra ID service principal secret"],
  ["AllAccounts", "All accounts"],
  ["ALL", "All"],
  ["SCRAM_SHA_512", "SCRAM SHA 512"],
  ["csv", "CSV"],
  ["EUR", "EUR"],
  ["gz", "gz"],
  ["eu-west-1", "eu-west-1"],
  ["api.example.com", "api.example.com"],
  ["NetSuite2.com", "NetSuite2.com"],
  ["na2", "na2"],
  ["__proto__", "Proto"],
])("an option %s reads %s", (value, label) => {
  expect(optionLabel(value)).toBe(label);
});

it.each([
  ["svc_acc_secret_key", "Service account secret key"],
  ["service_principal_client_cert_pvt_key", "Service principal client cert private key"],
  ["client_id", "Client ID"],
])("a field %s is called %s", (name, title) => {
  expect(titleFromField(name)).toBe(title);
});
