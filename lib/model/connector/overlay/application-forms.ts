import type { Condition, FormOverlay } from "@/lib/model/connector/overlay/form-overlay";

const CLIENT = ["auth.client_access", "auth.refresh_token", "auth.access_token"];
function historyFrom(frame: string, date: string): Condition {
  return { when: { [frame]: ["DATE_LIMIT"] }, show: [date], needed: [date] };
}

export const SALESFORCE_FORM: FormOverlay = {
  order: [
    "schema",
    "authentication_method",
    ...CLIENT,
    "certificate",
    "private_key",
    "base_url",
    "api_usage_limit",
  ],
  defaults: {
    authentication_method: "STANDARD",
    api_usage_limit: 90,
    sync_formula_fields: false,
    update_infrequent_objects_in_every_sync: false,
  },
  conditions: [
    {
      when: { authentication_method: ["ADVANCED"] },
      show: ["certificate", "private_key"],
      needed: ["certificate", "private_key"],
    },
  ],
  formats: { certificate: "pem", private_key: "pem" },
  labels: {
    base_url: { title: "Custom domain", example: "https://example.my.salesforce.com" },
    api_usage_limit: { title: "Share of the daily API limit", description: "In percent, from 50 to 90." },
    update_infrequent_objects_in_every_sync: { title: "Read rarely changed objects in every sync" },
  },
};

export const HUBSPOT_FORM: FormOverlay = {
  order: ["schema", ...CLIENT, "client_secret", "historical_sync_time_frame", "backward_sync_limit_date"],
  defaults: { historical_sync_time_frame: "ALL_TIME" },
  conditions: [historyFrom("historical_sync_time_frame", "backward_sync_limit_date")],
};

export const ZENDESK_FORM: FormOverlay = {
  order: [
    "schema",
    "domain",
    ...CLIENT,
    "email",
    "api_usage",
    "historical_sync_time_frame",
    "backward_sync_limit",
  ],
  defaults: { historical_sync_time_frame: "ALL_TIME" },
  needed: ["domain"],
  conditions: [historyFrom("historical_sync_time_frame", "backward_sync_limit")],
  retired: ["api_token"],
  labels: { domain: { title: "Zendesk domain", example: "example.zendesk.com" } },
};

export const STRIPE_FORM: FormOverlay = {
  order: [
    "schema",
    "api_key",
    "support_connected_accounts_sync",
    "historical_sync_time_frame",
    "backward_sync_limit",
  ],
  defaults: { historical_sync_time_frame: "ALL_TIME", support_connected_accounts_sync: false },
  needed: ["api_key"],
  conditions: [historyFrom("historical_sync_time_frame", "backward_sync_limit")],
  labels: { api_key: { title: "Restricted API key" } },
};

export const SHOPIFY_FORM: FormOverlay = {
  order: ["schema", "shop", "api_access_token", "client_id", "client_secret", "historical_sync_time_frame"],
  defaults: { historical_sync_time_frame: "ALL_TIME" },
  needed: ["shop"],
  conditions: [historyFrom("historical_sync_time_frame", "backward_sync_limit")],
  labels: {
    shop: { title: "Shop", description: "The part before .myshopify.com.", example: "example-store" },
  },
};

export const NETSUITE_FORM: FormOverlay = {
  order: [
    "schema",
    "account",
    "host",
    "port",
    "role",
    "datasource",
    "consumer_key",
    "consumer_secret",
    "token_key",
  ],
  defaults: { port: 1708, datasource: "NetSuite2.com" },
  needed: ["account", "host", "port", "role"],
  conditions: [
    { when: { datasource: ["NetSuite.com"] }, show: ["email", "password"], needed: ["email", "password"] },
    {
      when: { datasource: ["NetSuite2.com"] },
      show: ["consumer_key", "consumer_secret", "token_key", "token_secret", "certificate_id", "private_key"],
    },
  ],
  groups: { datasource: "source" },
  labels: {
    datasource: { title: "Data source" },
    role: { title: "Role ID" },
    token_key: { title: "Token ID" },
  },
};

export const GITHUB_FORM: FormOverlay = {
  order: ["schema", "auth_mode", "username", "pats", "client_id", "private_key", "sync_mode", "repositories"],
  defaults: { sync_mode: "AllRepositories", auth_mode: "OAuth" },
  conditions: [
    {
      when: { auth_mode: ["PersonalAccessToken"] },
      show: ["username", "pats"],
      needed: ["username", "pats"],
    },
    {
      when: { auth_mode: ["JWT"] },
      show: ["client_id", "private_key"],
      needed: ["client_id", "private_key"],
    },
    { when: { sync_mode: ["SpecificRepositories"] }, show: ["repositories"], needed: ["repositories"] },
  ],
  formats: { private_key: "pem" },
  labels: {
    pats: { title: "Personal access tokens" },
    use_webhooks: { title: "Capture deletes by webhook" },
    host_url: { title: "Enterprise Server address" },
  },
};

export const JIRA_FORM: FormOverlay = {
  order: [
    "schema",
    "host",
    "auth_type",
    "user",
    "password",
    "on_premise",
    "port",
    "path",
    "sync_mode",
    "projects",
  ],
  defaults: { sync_mode: "ALL", auth_type: "OAUTH", on_premise: false },
  needed: ["host"],
  conditions: [
    {
      when: { auth_type: ["BASIC", "SERVICE_ACCOUNT"] },
      show: ["user", "password"],
      needed: ["user", "password"],
    },
    { when: { on_premise: [true] }, show: ["port", "path"] },
    { when: { sync_mode: ["CUSTOM"] }, show: ["projects"], needed: ["projects"] },
  ],
  groups: { on_premise: "source" },
  labels: {
    host: { example: "example.atlassian.net" },
    on_premise: { title: "Jira runs on our own server" },
  },
};
