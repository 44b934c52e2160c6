import { seedSecret } from "@/lib/sandbox/seed/seed-config";
import type { Settings } from "@/lib/sandbox/state";

export interface DestinationSeed {
  name: string;
  service: string;
  region: string;
  time_zone_offset: string;
  daylight_saving_time_enabled: boolean;
  config(seed: number): Settings;
}

export const DESTINATION_SEEDS: readonly DestinationSeed[] = [
  {
    name: "Analytics",
    service: "snowflake",
    region: "AWS_US_EAST_1",
    time_zone_offset: "-5",
    daylight_saving_time_enabled: true,
    config: (seed) => ({
      host: "northwind-analytics.snowflakecomputing.com",
      port: 443,
      database: "ANALYTICS",
      auth: "PASSWORD",
      user: "FIVETRAN_USER",
      password: seedSecret(seed, "snowflake"),
      role: "FIVETRAN_ROLE",
      connection_type: "Directly",
    }),
  },
  {
    name: "Marketing",
    service: "big_query",
    region: "GCP_EUROPE_WEST3",
    time_zone_offset: "+1",
    daylight_saving_time_enabled: false,
    config: (seed) => ({
      project_id: "northwind-marketing",
      data_set_location: "EU",
      bucket: "northwind-marketing-staging",
      secret_key: seedSecret(seed, "big_query"),
    }),
  },
  {
    name: "Finance",
    service: "redshift",
    region: "AWS_EU_WEST_1",
    time_zone_offset: "0",
    daylight_saving_time_enabled: false,
    config: (seed) => ({
      host: "finance.c9x2.eu-west-1.redshift.amazonaws.com",
      port: 5439,
      database: "finance",
      user: "fivetran",
      password: seedSecret(seed, "redshift"),
      connection_type: "Directly",
      cluster_region: "eu-west-1",
    }),
  },
  {
    name: "Product",
    service: "databricks",
    region: "AZURE_WESTEUROPE",
    time_zone_offset: "+2",
    daylight_saving_time_enabled: false,
    config: (seed) => ({
      server_host_name: "adb-4410.11.azuredatabricks.net",
      port: 443,
      http_path: "/sql/1.0/warehouses/7c1f0a9d",
      catalog: "product",
      auth_type: "PERSONAL_ACCESS_TOKEN",
      personal_access_token: seedSecret(seed, "databricks"),
      connection_type: "Directly",
      cloud_provider: "AZURE",
    }),
  },
  {
    name: "Operations",
    service: "postgres_warehouse",
    region: "AWS_AP_SOUTHEAST_2",
    time_zone_offset: "+10",
    daylight_saving_time_enabled: false,
    config: (seed) => ({
      host: "warehouse.operations.example.com",
      port: 5432,
      database: "operations",
      user: "fivetran",
      password: seedSecret(seed, "postgres_warehouse"),
      connection_type: "Directly",
    }),
  },
];
