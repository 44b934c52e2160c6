/**
 * What people call a connector type beside its name and its id. The first entry of a line picks types: an id, or the
 * beginning of ids where it ends in a star.
 */
const LINES = `
postgres* pg postgresql psql
aurora_postgres pg postgresql
azure_postgres pg postgresql
google_cloud_postgresql pg gcp cloudsql
heroku_postgres pg postgresql
sql_server* mssql tsql microsoft
azure_sql* mssql sqlserver microsoft
google_cloud_sqlserver mssql cloudsql gcp
mysql* my
maria* mysql
google_cloud_mysql cloudsql gcp
mongo* mongodb nosql
azure_cosmos_for_mongo mongodb cosmosdb documentdb
dynamodb aws amazon nosql
oracle* ora plsql
snowflake_db sf
apache_kafka confluent stream
confluent_cloud kafka
aws_msk kafka
heroku_kafka stream
azure_event_hub kafka stream
kinesis aws stream
s3 aws amazon bucket csv parquet file
s3_compatible_storage minio bucket csv parquet file
gcs google gcp bucket csv parquet file
azure_blob_storage adls blob datalake csv parquet file
sftp ssh csv file
ftp csv file
share_point sharepoint onedrive excel xlsx office365 microsoft file
one_drive onedrive excel xlsx office365 microsoft
google_drive gdrive csv excel file
google_sheets gsheets spreadsheet excel
dropbox csv file
box csv file
email csv attachment file
google_analytics_4 ga4 ga
google_analytics_4_export ga4 bigquery
google_ads adwords ppc
google_search_console gsc seo
google_display_and_video_360 dv360
google_campaign_manager dcm cm360 doubleclick
double_click_campaign_manager dcm cm360
double_click_publishers dfp gam admanager
google_search_ads_360 sa360
bigquery* bq gcp
facebook_ads fb meta instagram
facebook_pages fb meta
facebook_ad_account fb meta
instagram_business ig meta
bingads bing msads microsoft
linkedin_ads li
twitter tweets
twitter_ads twitter
tiktok_ads tt
salesforce sfdc crm
salesforce_sandbox sfdc crm
salesforce_marketing_cloud sfmc exacttarget
pardot salesforce
hubspot hs crm
netsuite_suiteanalytics ns erp oracle
stripe payments
quickbooks qbo intuit accounting
zendesk zd tickets
jira atlassian tickets
github gh git
gitlab gl git
azure_devops ado vsts tfs
dynamics_365* crm erp microsoft d365
sap_* erp
workday* hr hcm
aws_lambda function custom
azure_function function custom
google_cloud_function gcf function custom
connector_sdk custom python rest api own
webhooks custom push http
`;

const RULES = LINES.trim()
  .split("\n")
  .map((line) => {
    const [pattern = "", ...aliases] = line.split(" ");
    return { exact: !pattern.endsWith("*"), begin: pattern.replace("*", ""), aliases };
  });

/** Other words that find a connector type: `mssql`, `ga4`, `adwords`. */
export function aliasesOf(id: string): string[] {
  return RULES.filter(({ exact, begin }) => (exact ? id === begin : id.startsWith(begin))).flatMap(
    ({ aliases }) => aliases,
  );
}
