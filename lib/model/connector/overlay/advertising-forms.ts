import type { FormOverlay } from "@/lib/model/connector/overlay/form-overlay";

const CLIENT = ["auth.client_access", "auth.refresh_token", "auth.access_token"];
const REPORT_PERIOD: FormOverlay["labels"] = {
  timeframe_months: {
    title: "First sync reaches back",
    description: "In months. Fixed once the connection exists.",
  },
  sync_mode: { title: "Which accounts" },
};

export const GOOGLE_ADS_FORM: FormOverlay = {
  order: ["schema", ...CLIENT, "customer_id", "sync_mode", "accounts", "manager_accounts", "reports"],
  defaults: { sync_mode: "AllAccounts", timeframe_months: "TWELVE", skip_empty_reports: true },
  needed: ["customer_id"],
  conditions: [
    { when: { sync_mode: ["SpecificAccounts"] }, show: ["accounts"], needed: ["accounts"] },
    { when: { sync_mode: ["ManagerAccounts"] }, show: ["manager_accounts"], needed: ["manager_accounts"] },
  ],
  labels: {
    ...REPORT_PERIOD,
    customer_id: { title: "Customer ID", example: "123-456-7890" },
    manager_accounts: { description: "IDs of the manager accounts to read." },
    "reports.report_type": { description: "What the rows of the report stand for." },
    "reports.fields": { description: "The columns of its table." },
    conversion_window_size: { title: "Conversion window", description: "In days." },
  },
};

export const FACEBOOK_ADS_FORM: FormOverlay = {
  order: [
    "schema",
    ...CLIENT,
    "auth.user_access_token",
    "sync_mode",
    "accounts",
    "timeframe_months",
    "custom_tables",
  ],
  defaults: { sync_mode: "AllAccounts", timeframe_months: "THREE", sync_metadata: true },
  conditions: [{ when: { sync_mode: ["SpecificAccounts"] }, show: ["accounts"], needed: ["accounts"] }],
  labels: { ...REPORT_PERIOD, custom_tables: { title: "Reports" } },
};

/** Advertising types that choose accounts in the same way. */
export const ACCOUNTS_FORM: FormOverlay = {
  order: ["schema", ...CLIENT, "sync_mode", "accounts", "timeframe_months"],
  conditions: [
    {
      when: { sync_mode: ["SpecificAccounts", "SPECIFIC_ACCOUNTS"] },
      show: ["accounts"],
      needed: ["accounts"],
    },
  ],
  labels: REPORT_PERIOD,
};

export const SNAPCHAT_ADS_FORM: FormOverlay = {
  order: [
    "schema",
    ...CLIENT,
    "sync_mode",
    "organizations",
    "account_sync_mode",
    "accounts",
    "timeframe_months",
  ],
  conditions: [
    { when: { sync_mode: ["SpecificOrganizations"] }, show: ["organizations"], needed: ["organizations"] },
    { when: { account_sync_mode: ["SpecificAccounts"] }, show: ["accounts"], needed: ["accounts"] },
  ],
  labels: {
    ...REPORT_PERIOD,
    sync_mode: { title: "Which organizations" },
    account_sync_mode: { title: "Which accounts" },
  },
};

export const SEARCH_ADS_FORM: FormOverlay = {
  order: ["schema", ...CLIENT, "accounts_sync_mode", "accounts", "advertisers_sync_mode", "advertisers"],
  conditions: [
    { when: { accounts_sync_mode: ["SPECIFIC_ACCOUNTS"] }, show: ["accounts"], needed: ["accounts"] },
    {
      when: { advertisers_sync_mode: ["SPECIFIC_ADVERTISERS"] },
      show: ["advertisers"],
      needed: ["advertisers"],
    },
  ],
  labels: {
    ...REPORT_PERIOD,
    accounts_sync_mode: { title: "Which accounts" },
    advertisers_sync_mode: { title: "Which advertisers" },
  },
};
