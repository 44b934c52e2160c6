import type { SyncFrequency } from "@/lib/model/schedule";
import type { SourceFault } from "@/lib/sandbox/source/source-fault";

/** How a connection stands when the account is first looked at; absent means healthy. */
export type SeedState =
  | "syncing"
  | "historical"
  | "delayed"
  | "rescheduled"
  | "rescheduled_manual"
  | "host_key_changed"
  | "certificate_changed"
  | "incomplete"
  | "paused"
  | "new"
  | `broken:${SourceFault}`;

export interface ConnectionSeed {
  /** Position of its group. */
  group: number;
  service: string;
  name: string;
  minutes: SyncFrequency;
  state?: SeedState;
  manual?: true;
  daily?: string;
  network?: "SshTunnel" | "PrivateLink" | "ProxyAgent";
  /** TLS is required, so that the server's certificate counts. */
  encrypted?: true;
  hybrid?: true;
  /** Its source holds no table so far. */
  empty?: true;
}

const [ANALYTICS, MARKETING, FINANCE, PRODUCT, OPERATIONS] = [0, 1, 2, 3, 4];

export const CONNECTION_SEEDS: readonly ConnectionSeed[] = [
  { group: ANALYTICS, service: "postgres", name: "shop_prod", minutes: 15, network: "SshTunnel" },
  {
    group: ANALYTICS,
    service: "postgres",
    name: "billing_prod",
    minutes: 60,
    network: "SshTunnel",
    state: "host_key_changed",
  },
  { group: ANALYTICS, service: "mysql", name: "wms_warehouse", minutes: 30, encrypted: true },
  { group: ANALYTICS, service: "salesforce", name: "salesforce", minutes: 60 },
  { group: ANALYTICS, service: "hubspot", name: "hubspot", minutes: 360, state: "syncing" },
  { group: ANALYTICS, service: "stripe", name: "stripe_eu", minutes: 360 },
  { group: ANALYTICS, service: "stripe", name: "stripe_us", minutes: 360, state: "broken:credentials_wrong" },
  { group: ANALYTICS, service: "zendesk", name: "zendesk_support", minutes: 120 },
  { group: ANALYTICS, service: "jira", name: "jira_cloud", minutes: 360 },
  { group: ANALYTICS, service: "github", name: "github_platform", minutes: 720 },
  { group: ANALYTICS, service: "mongo", name: "catalog_events", minutes: 60, state: "historical" },
  { group: ANALYTICS, service: "s3", name: "raw_files.clickstream", minutes: 60 },
  {
    group: ANALYTICS,
    service: "snowflake_db",
    name: "partner_share",
    minutes: 1440,
    daily: "03:00",
    empty: true,
  },
  { group: ANALYTICS, service: "google_sheets", name: "planning.targets", minutes: 1440, daily: "06:00" },
  { group: MARKETING, service: "google_ads", name: "google_ads_emea", minutes: 360 },
  { group: MARKETING, service: "google_ads", name: "google_ads_us", minutes: 360, state: "syncing" },
  { group: MARKETING, service: "facebook_ads", name: "facebook_ads", minutes: 360, state: "rescheduled" },
  { group: MARKETING, service: "linkedin_company_pages", name: "linkedin_pages", minutes: 720 },
  { group: MARKETING, service: "linkedin_ads", name: "linkedin_ads", minutes: 720 },
  { group: MARKETING, service: "google_analytics_4", name: "ga4_web", minutes: 1440, daily: "05:00" },
  { group: MARKETING, service: "google_search_console", name: "search_console", minutes: 1440 },
  { group: MARKETING, service: "mailchimp", name: "mailchimp_news", minutes: 720, state: "paused" },
  { group: MARKETING, service: "klaviyo", name: "klaviyo", minutes: 120 },
  {
    group: MARKETING,
    service: "tiktok_ads",
    name: "tiktok_ads",
    minutes: 720,
    state: "broken:credentials_wrong",
  },
  { group: MARKETING, service: "bingads", name: "microsoft_ads", minutes: 720 },
  {
    group: MARKETING,
    service: "google_sheets",
    name: "campaigns.budget",
    minutes: 1440,
    state: "incomplete",
  },
  { group: MARKETING, service: "youtube_analytics", name: "youtube_channel", minutes: 1440, manual: true },
  { group: FINANCE, service: "netsuite_suiteanalytics", name: "netsuite", minutes: 360 },
  { group: FINANCE, service: "quickbooks", name: "quickbooks_uk", minutes: 720 },
  { group: FINANCE, service: "xero", name: "xero_ie", minutes: 720, state: "delayed" },
  { group: FINANCE, service: "sap_hana_db", name: "sap_erp", minutes: 180, network: "PrivateLink" },
  {
    group: FINANCE,
    service: "sql_server",
    name: "ledger",
    minutes: 60,
    encrypted: true,
    network: "PrivateLink",
  },
  { group: FINANCE, service: "oracle", name: "oracle_ap", minutes: 120, hybrid: true },
  { group: FINANCE, service: "recurly", name: "recurly", minutes: 360 },
  { group: FINANCE, service: "zuora", name: "zuora_billing", minutes: 360, state: "paused" },
  { group: FINANCE, service: "braintree", name: "braintree", minutes: 720 },
  {
    group: FINANCE,
    service: "sftp",
    name: "bank_files.statements",
    minutes: 1440,
    daily: "04:00",
    state: "host_key_changed",
  },
  { group: FINANCE, service: "workday", name: "workday_hr.workers", minutes: 1440, daily: "02:00" },
  { group: FINANCE, service: "google_sheets", name: "fx.rates", minutes: 60 },
  { group: PRODUCT, service: "postgres_rds", name: "accounts_service", minutes: 5 },
  { group: PRODUCT, service: "postgres_rds", name: "orders_service", minutes: 5, state: "syncing" },
  {
    group: PRODUCT,
    service: "aurora_postgres",
    name: "inventory_service",
    minutes: 15,
    encrypted: true,
    state: "certificate_changed",
  },
  { group: PRODUCT, service: "dynamodb", name: "sessions", minutes: 60 },
  { group: PRODUCT, service: "kinesis", name: "device_events.telemetry", minutes: 15 },
  { group: PRODUCT, service: "confluent_cloud", name: "product_stream", minutes: 15 },
  { group: PRODUCT, service: "mixpanel", name: "mixpanel.event", minutes: 360 },
  { group: PRODUCT, service: "amplitude", name: "amplitude_app", minutes: 360, state: "delayed" },
  { group: PRODUCT, service: "launchdarkly", name: "feature_flags", minutes: 720 },
  { group: PRODUCT, service: "intercom", name: "intercom", minutes: 360 },
  { group: PRODUCT, service: "pendo", name: "pendo", minutes: 720, state: "incomplete" },
  { group: PRODUCT, service: "aws_lambda", name: "pricing_feed", minutes: 60, state: "broken:api_down" },
  { group: PRODUCT, service: "connector_sdk", name: "weather_sdk", minutes: 360 },
  { group: OPERATIONS, service: "mysql_rds", name: "fleet_tracking", minutes: 30 },
  { group: OPERATIONS, service: "maria", name: "depot", minutes: 60, network: "ProxyAgent" },
  { group: OPERATIONS, service: "shopify", name: "shopify_au", minutes: 60 },
  { group: OPERATIONS, service: "shopify", name: "shopify_nz", minutes: 60, state: "new" },
  { group: OPERATIONS, service: "freshdesk", name: "freshdesk", minutes: 360 },
  { group: OPERATIONS, service: "gcs", name: "telemetry.vehicles", minutes: 30 },
  {
    group: OPERATIONS,
    service: "azure_blob_storage",
    name: "scans.parcels",
    minutes: 120,
    state: "broken:permission_missing",
  },
  {
    group: OPERATIONS,
    service: "airtable",
    name: "ops_base",
    minutes: 720,
    state: "rescheduled_manual",
    manual: true,
  },
  { group: OPERATIONS, service: "slack", name: "slack.messages", minutes: 1440, state: "paused" },
];
