import { describe, expect, it } from "vitest";
import { detectPersonal } from "@/lib/model/personal/detect-personal";

const of = (column: string, table = "events") => detectPersonal(column, table)?.category ?? "-";

describe("detectPersonal", () => {
  it.each([
    ["email", "email"],
    ["customer_email", "email"],
    ["EmailAddress", "email"],
    ["E-Mail", "email"],
    ["altemail", "email"],
    ["property_email_1", "email"],
    ["courriel", "email"],
    ["phone_number", "phone"],
    ["homePhone", "phone"],
    ["mobile_no", "phone"],
    ["Telefonnummer", "phone"],
    ["téléphone", "phone"],
    ["telefono", "phone"],
    ["first_name", "name"],
    ["firstname", "name"],
    ["LastName", "name"],
    ["surname", "name"],
    ["Nachname", "name"],
    ["prénom", "name"],
    ["apellidos", "name"],
    ["achternaam", "name"],
    ["nazwisko", "name"],
    ["date_of_birth", "birth_date"],
    ["birthday", "birth_date"],
    ["Geburtsdatum", "birth_date"],
    ["fecha_nacimiento", "birth_date"],
    ["ssn", "national_id"],
    ["passport_number", "national_id"],
    ["steuer_id", "national_id"],
    ["codice_fiscale", "national_id"],
    ["pesel", "national_id"],
    ["cpf", "national_id"],
    ["billing_street", "address"],
    ["mailing_postal_code", "address"],
    ["zip", "address"],
    ["plz", "address"],
    ["strasse", "address"],
    ["Straße", "address"],
    ["ip_address", "ip"],
    ["client_ip", "ip"],
    ["ipaddress", "ip"],
    ["iban", "bank_account"],
    ["bank_account_number", "bank_account"],
    ["credit_card_number", "card"],
    ["diagnosis", "health"],
    ["latitude", "location"],
  ])("reads %s as %s", (name, category) => {
    expect(of(name)).toBe(category);
  });

  it.each([
    "email_sent_count",
    "email_template_id",
    "is_email_bounced",
    "phone_model",
    "product_name",
    "table_name",
    "file_name",
    "ip_whitelist_enabled",
    "address_id",
    "card_type",
    "country_code",
    "campaign_name",
    "zip_file_url",
    "name",
    "title",
    "created_at",
    "tip",
    "shipment",
    "description",
    "city",
    "status",
    "email_opt_in",
    "phone_verified",
    "address_line_1_check",
    "contact_status",
    "latency",
    "region",
    "amount",
    "",
  ])("reads nothing in %s", (name) => {
    expect(of(name)).toBe("-");
  });

  it("takes weak names at their word only in tables about people", () => {
    expect(of("name", "customers")).toBe("name");
    expect(of("city", "contact")).toBe("address");
    expect(of("name", "products")).toBe("-");
    expect(of("account_number", "gl_account")).toBe("-");
    expect(of("account_number", "bank_payments")).toBe("bank_account");
  });

  it.each([
    ["customerfirstname", "t", "name"],
    ["HomePhone", "t", "phone"],
    ["userEMail", "t", "email"],
    ["comment_author_IP", "wp_comments", "ip"],
    ["client_ip_address", "t", "ip"],
    ["billingaddress", "t", "address"],
    ["billing_address_phone", "orders", "phone"],
    ["billing_city", "orders", "address"],
    ["capital_city", "countries", "-"],
    ["cPLZ", "tkunde", "address"],
    ["lieferadresse_id", "t", "-"],
    ["führerscheinnummer", "t", "national_id"],
    ["fuehrerscheinnummer", "t", "national_id"],
    ["nom_client", "commandes", "name"],
    ["nom_produit", "clients", "-"],
    ["nb_emails", "clients", "-"],
    ["tipo_telefono", "clientes", "-"],
    ["direccion_envio", "pedidos", "address"],
    ["fødselsdato", "kunder", "birth_date"],
    ["full_name", "repository", "-"],
    ["full_name", "staff", "name"],
    ["name", "dim_customer_history", "name"],
    ["name", "customer_group", "-"],
    ["plan_name", "users", "-"],
    ["role_name", "users", "-"],
    ["user_agent", "users", "-"],
    ["mac_address", "devices", "-"],
    ["server_ip", "hosts", "-"],
    ["email_domain", "leads", "-"],
    ["has_opted_out_of_email", "contact", "-"],
    ["address_line_1_check", "card", "-"],
    ["cvc_check", "card", "-"],
    ["report", "users", "-"],
    ["membership", "users", "-"],
    ["recipe_name", "recipes", "-"],
    ["__proto__", "constructor", "-"],
    ["😀", "users", "-"],
    ["a".repeat(1024), "users", "-"],
  ])("is not misled by %s in %s", (column, table, category) => {
    expect(of(column, table)).toBe(category);
  });

  it("says which words made it think so, and how sure it is", () => {
    expect(detectPersonal("billing_first_name", "transaction")).toEqual({
      category: "name",
      label: "name",
      reason: "contains first name",
      confidence: "high",
    });
    expect(detectPersonal("city", "contact")).toMatchObject({
      reason: "contains city, in a table of its kind",
      confidence: "medium",
    });
  });

  it("goes by the lists first, what was added before what is ignored", () => {
    const lists = {
      add: [{ pattern: "Customers.code*", category: "national_id" as const }],
      ignore: ["*email*", "customers.c*"],
    };
    const by = (column: string, table: string) => detectPersonal(column, table, lists)?.category ?? "-";
    expect(by("code_1", "customers")).toBe("national_id");
    expect(by("code_1", "products")).toBe("-");
    expect(by("work_email", "users")).toBe("-");
    expect(by("city", "customers")).toBe("-");
    expect(by("city", "users")).toBe("address");
    expect(detectPersonal("CODE", "CUSTOMERS", lists)?.reason).toBe("matches Customers.code* in your list");
  });
});
