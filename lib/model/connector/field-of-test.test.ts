import { expect, test } from "vitest";
import { connectorForm } from "@/lib/model/connector/connector-form";
import { editForm } from "@/lib/model/connector/edit-form";
import { emptyValues } from "@/lib/model/connector/empty-values";
import { fieldOfTest } from "@/lib/model/connector/field-of-test";

const text = { type: "string" };
const form = connectorForm({
  id: "invented_source",
  name: "Invented",
  type: "Database",
  config: {
    type: "object",
    required: ["schema"],
    properties: {
      schema: text,
      host: text,
      port: { type: "integer" },
      user: text,
      password: { type: "string", format: "password" },
      tunnel_host: text,
      tunnel_user: text,
      publication_name: text,
      always_encrypted: { type: "boolean" },
    },
  },
});
const values = emptyValues(form);
const of = (title: string, message: string) => fieldOfTest(form, values, { title, message });

test("a failed log-in leads to the secret", () => {
  expect(of("Database Connection", "The server refused the log-in of fivetran.")).toBe("config.password");
  expect(of("Database Connection", "The password is missing.")).toBe("config.password");
});

test("a field that is named is the one", () => {
  expect(of("Database Connection", "Field 'user' is required")).toBe("config.user");
});

test("a host that is not reached leads to the host, a tunnel to the tunnel", () => {
  expect(of("Host Connection", "db.example:5432 refused the connection.")).toBe("config.host");
  expect(of("Host Connection", "The host db.invalid is unknown.")).toBe("config.host");
  expect(of("SSH Tunnel Connection", "The SSH server jump.example did not answer in time.")).toBe(
    "config.tunnel_host",
  );
  expect(of("SSH Tunnel Connection", "Auth fail")).toBe("config.tunnel_user");
  expect(of("Validate Certificate", "The certificate chain is not trusted")).toBe("config.always_encrypted");
});

test("a private link that is missing leads to its choice, once the connection exists", () => {
  const told = { title: "Private Link Connection", message: "No private link is chosen." };
  expect(fieldOfTest(editForm(form), values, told)).toBe("request.private_link_id");
});

test("words about nothing we know lead to the secret, or nowhere where there is none", () => {
  expect(of("A test", "Something else")).toBe("config.password");
  const bare = connectorForm({
    id: "bare_source",
    name: "Bare",
    type: "API",
    config: { type: "object", required: ["schema"], properties: { schema: text } },
  });
  expect(fieldOfTest(bare, emptyValues(bare), { title: "API Connection", message: "Refused" })).toBe(null);
});
