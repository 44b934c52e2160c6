import {
  ACCOUNTS_FORM,
  FACEBOOK_ADS_FORM,
  GOOGLE_ADS_FORM,
  SEARCH_ADS_FORM,
  SNAPCHAT_ADS_FORM,
} from "@/lib/model/connector/overlay/advertising-forms";
import {
  GITHUB_FORM,
  HUBSPOT_FORM,
  JIRA_FORM,
  NETSUITE_FORM,
  SALESFORCE_FORM,
  SHOPIFY_FORM,
  STRIPE_FORM,
  ZENDESK_FORM,
} from "@/lib/model/connector/overlay/application-forms";
import {
  BIGQUERY_DB_FORM,
  COSMOS_FORM,
  DATABRICKS_DB_FORM,
  DYNAMODB_FORM,
  SNOWFLAKE_DB_FORM,
} from "@/lib/model/connector/overlay/cloud-database-forms";
import {
  MYSQL_FORM,
  ORACLE_FORM,
  PLAIN_SERVER_FORM,
  POSTGRES_FORM,
  SQL_SERVER_FORM,
} from "@/lib/model/connector/overlay/database-forms";
import {
  DOCUMENTDB_FORM,
  MONGO_FORM,
  SEARCH_FORM,
} from "@/lib/model/connector/overlay/document-database-forms";
import {
  AZURE_BLOB_FORM,
  FOLDER_FORM,
  FTP_FORM,
  GCS_FORM,
  GOOGLE_SHEETS_FORM,
  S3_FORM,
  SFTP_FORM,
} from "@/lib/model/connector/overlay/file-forms";
import type { FormOverlay } from "@/lib/model/connector/overlay/form-overlay";
import {
  AWS_LAMBDA_FORM,
  AZURE_FUNCTION_FORM,
  CONNECTOR_SDK_FORM,
  GOOGLE_CLOUD_FUNCTION_FORM,
} from "@/lib/model/connector/overlay/function-forms";
import {
  CONFLUENT_FORM,
  KAFKA_FORM,
  MSK_FORM,
  WEBHOOKS_FORM,
} from "@/lib/model/connector/overlay/stream-forms";

const FORMS: readonly (readonly [FormOverlay, string])[] = [
  [
    POSTGRES_FORM,
    "postgres postgres_rds aurora_postgres azure_postgres google_cloud_postgresql heroku_postgres",
  ],
  [
    MYSQL_FORM,
    "mysql mysql_rds mysql_azure google_cloud_mysql aurora maria maria_rds maria_azure magento_mysql magento_mysql_rds",
  ],
  [SQL_SERVER_FORM, "sql_server sql_server_rds azure_sql_db azure_sql_managed_db google_cloud_sqlserver"],
  [ORACLE_FORM, "oracle oracle_rds oracle_rac oracle_ebs"],
  [PLAIN_SERVER_FORM, "sql_server_hva oracle_hva cockroachdb sap_hana_db db2luw"],
  [MONGO_FORM, "mongo mongo_sharded azure_cosmos_for_mongo"],
  [DOCUMENTDB_FORM, "documentdb"],
  [COSMOS_FORM, "cosmos"],
  [DYNAMODB_FORM, "dynamodb"],
  [SEARCH_FORM, "elastic_cloud es_self_hosted opensearch"],
  [SNOWFLAKE_DB_FORM, "snowflake_db"],
  [BIGQUERY_DB_FORM, "bigquery_db"],
  [DATABRICKS_DB_FORM, "databricks_db"],
  [S3_FORM, "s3 s3_compatible_storage"],
  [GCS_FORM, "gcs"],
  [AZURE_BLOB_FORM, "azure_blob_storage"],
  [SFTP_FORM, "sftp"],
  [FTP_FORM, "ftp"],
  [GOOGLE_SHEETS_FORM, "google_sheets"],
  [FOLDER_FORM, "google_drive box dropbox one_drive share_point email"],
  [KAFKA_FORM, "apache_kafka heroku_kafka"],
  [MSK_FORM, "aws_msk"],
  [CONFLUENT_FORM, "confluent_cloud"],
  [WEBHOOKS_FORM, "webhooks"],
  [AWS_LAMBDA_FORM, "aws_lambda"],
  [AZURE_FUNCTION_FORM, "azure_function"],
  [GOOGLE_CLOUD_FUNCTION_FORM, "google_cloud_function"],
  [CONNECTOR_SDK_FORM, "connector_sdk"],
  [GOOGLE_ADS_FORM, "google_ads"],
  [FACEBOOK_ADS_FORM, "facebook_ads"],
  [
    ACCOUNTS_FORM,
    "linkedin_ads bingads tiktok_ads twitter_ads pinterest_ads reddit_ads amazon_ads apple_search_ads " +
      "double_click_campaign_manager google_display_and_video_360 the_trade_desk criteo taboola outbrain google_analytics_4",
  ],
  [SNAPCHAT_ADS_FORM, "snapchat_ads"],
  [SEARCH_ADS_FORM, "google_search_ads_360"],
  [SALESFORCE_FORM, "salesforce salesforce_sandbox"],
  [HUBSPOT_FORM, "hubspot"],
  [SHOPIFY_FORM, "shopify"],
  [ZENDESK_FORM, "zendesk"],
  [STRIPE_FORM, "stripe stripe_test"],
  [NETSUITE_FORM, "netsuite_suiteanalytics"],
  [GITHUB_FORM, "github"],
  [JIRA_FORM, "jira"],
];

const byService = new Map(FORMS.flatMap(([form, ids]) => ids.split(" ").map((id) => [id, form] as const)));

/** The hand-made form of a connector type, shared by its family; undefined for a type that has none. */
export function formOverlayOf(service: string): FormOverlay | undefined {
  return byService.get(service);
}

/** The ids of the types that have a hand-made form. */
export const DESCRIBED_SERVICES: readonly string[] = [...byService.keys()];
