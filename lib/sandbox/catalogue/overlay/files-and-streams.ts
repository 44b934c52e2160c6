import { overlayBuilder } from "@/lib/sandbox/catalogue/overlay/build-overlay";
import { CODE, FILES, FUNCTION, PUSHED, SHEET, STREAM } from "@/lib/sandbox/catalogue/overlay/features";

const bucket = overlayBuilder("File", "files", FILES);
const folder = overlayBuilder("File", "files", FILES);
const stream = overlayBuilder("Events", "events", STREAM);
const pushed = overlayBuilder("Events", "events", PUSHED);
const code = overlayBuilder("Function", "functions", FUNCTION);

export const FILES_AND_STREAMS = [
  bucket("s3", "Amazon S3", "AWS's object storage", "2016-06-07", { docs: "amazon-s3" }),
  bucket(
    "s3_compatible_storage",
    "S3-Compatible Storage",
    "object storage that speaks the S3 protocol",
    "2024-10-08",
    { service_status: "beta" },
  ),
  bucket("gcs", "Google Cloud Storage", "Google's object storage", "2017-05-23", {
    docs: "google-cloud-storage",
  }),
  bucket("azure_blob_storage", "Azure Blob Storage", "Azure's object storage", "2017-07-11"),
  bucket("sftp", "SFTP", "files on a server, read over SSH", "2017-04-04"),
  bucket("ftp", "FTP", "files on a server, read over FTP", "2016-08-02"),
  bucket("google_sheets", "Google Sheets", "a spreadsheet in the browser", "2016-04-12", {
    features: SHEET,
  }),
  folder("google_drive", "Google Drive", "Google's shared folders", "2021-09-14"),
  folder("box", "Box", "shared folders for companies", "2021-05-18"),
  folder("dropbox", "Dropbox", "shared folders", "2019-11-12"),
  folder("one_drive", "OneDrive", "Microsoft's personal folders", "2022-11-15"),
  folder("share_point", "SharePoint", "Microsoft's team folders", "2022-06-21"),
  folder("email", "Email", "files attached to messages", "2017-11-14"),

  stream("apache_kafka", "Apache Kafka", "a distributed event log", "2020-12-08"),
  stream("aws_msk", "Amazon MSK", "managed Kafka on AWS", "2021-04-20"),
  stream("confluent_cloud", "Confluent Cloud", "managed Kafka", "2021-08-10"),
  stream("heroku_kafka", "Heroku Kafka", "managed Kafka on Heroku", "2021-11-09"),
  pushed("azure_event_hub", "Azure Event Hubs", "Azure's event stream", "2021-10-05", {
    features: STREAM,
    docs: "azure-event-hubs",
  }),
  pushed("azure_service_bus", "Azure Service Bus", "Azure's message broker", "2023-06-13", {
    features: STREAM,
  }),
  pushed("kinesis", "Amazon Kinesis Firehose", "AWS's event stream", "2018-10-02", {
    docs: "amazon-kinesis",
  }),
  pushed("webhooks", "Webhooks", "events sent to a URL of Fivetran's", "2017-01-24"),
  pushed("segment", "Segment", "a hub for customer events", "2016-07-19"),
  pushed("snowplow", "Snowplow Analytics", "an event tracker", "2017-02-28", { docs: "snowplow-analytics" }),

  code("aws_lambda", "AWS Lambda", "code of one's own on AWS", "2018-04-17"),
  code("azure_function", "Azure Functions", "code of one's own on Azure", "2018-12-04", {
    docs: "azure-functions",
  }),
  code("google_cloud_function", "Google Cloud Functions", "code of one's own on Google Cloud", "2018-09-11", {
    docs: "google-cloud-functions",
  }),
  {
    ...code("connector_sdk", "Connector SDK", "a connector of one's own, written in Python", "2025-02-11", {
      features: CODE,
    }),
    docs: "connector-sdk",
  },
] as const;
