import type { Condition, FormOverlay } from "@/lib/model/connector/overlay/form-overlay";

const MAPPING: readonly Condition[] = [
  {
    when: { file_mapping_method: ["EXTRACT_TABLES"] },
    show: ["extraction_pattern"],
    needed: ["extraction_pattern"],
  },
  { when: { file_mapping_method: ["DEFINE_PER_TABLE"] }, show: ["files"], needed: ["files"] },
  { when: { file_mapping_method: [null] }, show: ["files"] },
];

const FORMAT: readonly Condition[] = [
  {
    when: { file_type: ["csv", "tsv", null] },
    show: [
      "delimiter",
      "empty_header",
      "escape_char",
      "line_separator",
      "non_standard_escape_char",
      "null_sequence",
      "quote_character_enabled",
      "skip_before",
      "skip_after",
    ],
  },
  {
    when: { file_type: ["csv", "tsv", null], quote_character_enabled: [true] },
    show: ["quote_char"],
  },
  { when: { file_type: ["json", "jsonl", null] }, show: ["json_delivery_mode"] },
  { when: { file_type: ["spreadsheet", null] }, show: ["selected_range"] },
  {
    when: { use_pgp_encryption_options: [true] },
    show: ["pgp_secret_key", "pgp_pass_phrase", "signer_public_key"],
    needed: ["pgp_secret_key", "pgp_pass_phrase"],
  },
];

const NAMING = ["schema", "table_group_name"];
const READING = [
  "prefix",
  "file_mapping_method",
  "extraction_pattern",
  "files",
  "file_type",
  "compression",
  "on_error",
];
const RETIRED = ["archive_pattern", "pattern"];
const DEFAULTS = {
  compression: "infer",
  on_error: "fail",
  quote_character_enabled: true,
  use_pgp_encryption_options: false,
  json_delivery_mode: "Packed",
};
const LABELS = {
  prefix: { title: "Folder path", description: "Only files below it are read.", example: "exports/daily/" },
  files: { title: "Tables", description: "Which file names feed which table." },
  "files.file_pattern": { title: "File pattern", example: "orders_.*\\.csv" },
  "files.table_name": { title: "Table" },
  empty_header: { title: "No header row" },
  on_error: { title: "On a bad row" },
  append_file_option: { title: "When a file changes" },
};

export const S3_FORM: FormOverlay = {
  order: [...NAMING, "bucket", "auth_type", "role_arn", "access_key_id", "access_key_secret", ...READING],
  defaults: {
    ...DEFAULTS,
    auth_type: "IAM_ROLE",
    connection_type: "Directly",
    list_strategy: "complete_listing",
  },
  needed: ["bucket"],
  conditions: [
    { when: { auth_type: ["IAM_ROLE"] }, show: ["role_arn"], needed: ["role_arn"] },
    {
      when: { auth_type: ["ACCESS_KEY"] },
      show: ["access_key_id", "access_key_secret"],
      needed: ["access_key_id", "access_key_secret"],
    },
    ...MAPPING,
    ...FORMAT,
  ],
  retired: [...RETIRED, "is_public"],
  labels: { ...LABELS, auth_type: { title: "Bucket access" } },
};

export const GCS_FORM: FormOverlay = {
  order: [...NAMING, "bucket", "auth_type", "secret_key", ...READING],
  defaults: { ...DEFAULTS, auth_type: "FIVETRAN_SERVICE_ACCOUNT" },
  needed: ["bucket"],
  conditions: [
    { when: { auth_type: ["CUSTOM_SERVICE_ACCOUNT"] }, show: ["secret_key"], needed: ["secret_key"] },
    ...MAPPING,
    ...FORMAT,
  ],
  retired: RETIRED,
  formats: { secret_key: "json_key" },
  labels: {
    ...LABELS,
    secret_key: { title: "Service account key", description: "The JSON key file's content." },
  },
};

export const AZURE_BLOB_FORM: FormOverlay = {
  order: [...NAMING, "container_name", "connection_method", "auth_method", "connection_string", ...READING],
  defaults: { ...DEFAULTS, connection_method: "DIRECT", auth_method: "CONNECTION_STRING" },
  needed: ["container_name"],
  conditions: [
    {
      when: { auth_method: ["CONNECTION_STRING"] },
      show: ["connection_string"],
      needed: ["connection_string"],
    },
    {
      when: { auth_method: ["SERVICE_PRINCIPAL_SECRET"] },
      show: ["storage_account_name", "auth.client_id", "auth.client_secret", "auth.tenant_id"],
      needed: ["storage_account_name", "auth.client_id", "auth.client_secret", "auth.tenant_id"],
    },
    {
      when: { connection_method: ["SSH_TUNNEL"] },
      show: ["container_address", "host_ip", "host_user"],
    },
    ...MAPPING,
    ...FORMAT,
  ],
  retired: RETIRED,
  labels: { ...LABELS, connection_method: { title: "Connect" } },
};

export const SFTP_FORM: FormOverlay = {
  order: [...NAMING, "host", "port", "user", "is_keypair", "password", "connection_method", ...READING],
  defaults: { ...DEFAULTS, port: 22, is_keypair: false, connection_method: "DIRECT", tunnel_port: 22 },
  needed: ["host", "port", "user"],
  conditions: [
    { when: { is_keypair: [false] }, show: ["password"], needed: ["password"] },
    {
      when: { connection_method: ["SSH_TUNNEL"] },
      show: ["tunnel_host", "tunnel_port", "tunnel_user"],
      needed: ["tunnel_host", "tunnel_port", "tunnel_user"],
    },
    ...MAPPING,
    ...FORMAT,
  ],
  retired: RETIRED,
  labels: { ...LABELS, is_keypair: { title: "Sign in with a key pair" } },
};

export const FTP_FORM: FormOverlay = {
  order: [...NAMING, "host", "port", "user", "password", "is_secure", ...READING],
  defaults: { ...DEFAULTS, port: 21, is_secure: false },
  needed: ["host", "port", "user", "password"],
  conditions: [...MAPPING, ...FORMAT],
  retired: RETIRED,
  labels: { ...LABELS, is_secure: { title: "Use FTPS" } },
};

/** Folders shared by a link or an id: Google Drive, Box, Dropbox, SharePoint, e-mail attachments. */
export const FOLDER_FORM: FormOverlay = {
  order: [...NAMING, "folder_id", "folder", "share_url", "access_type", "file_handling", ...READING],
  defaults: { ...DEFAULTS, file_handling: "structured", sync_nested_files: true },
  conditions: [
    { when: { file_handling: ["structured"] }, show: ["files", "file_type", "compression", "on_error"] },
    { when: { file_handling: ["unstructured"] }, show: ["export_native_types_as_pdf", "sync_permissions"] },
    {
      when: { access_type: ["CLIENT_CERTIFICATE"] },
      show: ["client_certificate", "client_certificate_private_key"],
      needed: ["client_certificate", "client_certificate_private_key"],
    },
    ...FORMAT,
  ],
  retired: RETIRED,
  labels: {
    ...LABELS,
    folder_id: { title: "Folder link" },
    file_handling: { title: "Files are" },
    export_native_types_as_pdf: { title: "Export documents as PDF" },
  },
};

export const GOOGLE_SHEETS_FORM: FormOverlay = {
  order: [
    "schema",
    "table",
    "auth_type",
    "sheet_id",
    "named_range",
    "auth.client_access",
    "auth.refresh_token",
  ],
  defaults: { auth_type: "ServiceAccount" },
  needed: ["sheet_id", "named_range"],
  conditions: [{ when: { auth_type: ["OAuth"] }, show: ["auth.client_access", "auth.refresh_token"] }],
  labels: {
    sheet_id: { title: "Sheet link", example: "https://docs.google.com/spreadsheets/d/1a2b3c/edit" },
    named_range: { title: "Named range", example: "orders" },
  },
};
