import type { Condition, FormOverlay } from "@/lib/model/connector/overlay/form-overlay";

const REGISTRY: Condition = {
  when: { message_type: ["Avro", "Protobuf"] },
  show: [
    "schema_registry_urls",
    "schema_registry_credentials_source",
    "schema_registry_key",
    "schema_registry_secret",
  ],
  needed: ["schema_registry_urls"],
};
const SCRAM_512: Condition = {
  when: { security_protocol: ["SASL"], sasl_mechanism: ["SCRAM_SHA_512"] },
  show: ["sasl_scram512_key", "sasl_scram512_secret"],
  needed: ["sasl_scram512_key", "sasl_scram512_secret"],
};
const MECHANISM: Condition = {
  when: { security_protocol: ["SASL"] },
  show: ["sasl_mechanism"],
  needed: ["sasl_mechanism"],
};
const ORDER = [
  "schema",
  "servers",
  "consumer_group",
  "security_protocol",
  "auth_method",
  "sasl_mechanism",
  "api_key",
  "api_secret",
  "message_type",
  "sync_type",
  "schema_registry_urls",
];
const COMMON: FormOverlay = {
  order: ORDER,
  defaults: { message_type: "Json", sync_type: "Packed" },
  needed: ["servers", "consumer_group", "security_protocol"],
  labels: {
    servers: { title: "Brokers", example: "broker-1.example.com:9092" },
    sync_type: { title: "Messages arrive", description: "As one JSON column, or as one column per field." },
    message_type: { title: "Messages are" },
  },
};

export const KAFKA_FORM: FormOverlay = {
  ...COMMON,
  formats: { trusted_cert: "pem", client_cert: "pem", client_cert_key: "pem" },
  conditions: [
    REGISTRY,
    MECHANISM,
    SCRAM_512,
    {
      when: { security_protocol: ["SASL"], sasl_mechanism: ["PLAIN"] },
      show: ["sasl_plain_key", "sasl_plain_secret"],
      needed: ["sasl_plain_key", "sasl_plain_secret"],
    },
    {
      when: { security_protocol: ["SASL"], sasl_mechanism: ["SCRAM_SHA_256"] },
      show: ["sasl_scram256_key", "sasl_scram256_secret"],
      needed: ["sasl_scram256_key", "sasl_scram256_secret"],
    },
    {
      when: { security_protocol: ["TLS"] },
      show: ["trusted_cert", "client_cert", "client_cert_key", "key_store_type", "trust_store_type"],
      needed: ["trusted_cert", "client_cert", "client_cert_key"],
    },
  ],
};

export const MSK_FORM: FormOverlay = {
  ...COMMON,
  defaults: { ...COMMON.defaults, connection_method: "direct" },
  conditions: [
    REGISTRY,
    MECHANISM,
    SCRAM_512,
    {
      when: { security_protocol: ["SASL"], sasl_mechanism: ["IAM"] },
      show: ["role_arn"],
      needed: ["role_arn"],
    },
    {
      when: { security_protocol: ["TLS"] },
      show: ["truststore", "keystore", "keystore_password", "key_password"],
      needed: ["truststore", "keystore", "keystore_password"],
    },
  ],
};

export const CONFLUENT_FORM: FormOverlay = {
  ...COMMON,
  defaults: { ...COMMON.defaults, auth_method: "API_KEY" },
  conditions: [
    REGISTRY,
    {
      when: { security_protocol: ["SASL"], auth_method: ["API_KEY"] },
      show: ["api_key", "api_secret"],
      needed: ["api_key", "api_secret"],
    },
    {
      when: { auth_method: ["OAUTH"] },
      show: [
        "auth.oauth_token_endpoint_url",
        "auth.oauth_client_id",
        "auth.oauth_client_secret",
        "auth.oauth_scope",
        "auth.logical_cluster_id",
        "auth.identity_pool_id",
      ],
      needed: [
        "auth.oauth_token_endpoint_url",
        "auth.oauth_client_id",
        "auth.oauth_client_secret",
        "auth.logical_cluster_id",
      ],
    },
  ],
};

export const WEBHOOKS_FORM: FormOverlay = {
  order: ["schema", "table", "bucket_service", "auth_method", "algorithm", "auth_header_key", "auth_secret"],
  defaults: { bucket_service: "Fivetran", auth_method: "NONE", sync_format: "Packed" },
  conditions: [
    {
      when: { bucket_service: ["S3"] },
      show: ["s3_bucket", "s3_role_arn"],
      needed: ["s3_bucket", "s3_role_arn"],
    },
    { when: { bucket_service: ["GCS"] }, show: ["gcs_bucket"], needed: ["gcs_bucket"] },
    { when: { bucket_service: ["AZURE"] }, show: ["blob_sas_url"], needed: ["blob_sas_url"] },
    {
      when: { auth_method: ["HMAC"] },
      show: ["algorithm", "auth_header_key", "auth_secret", "signature_encoding"],
      needed: ["algorithm", "auth_header_key", "auth_secret"],
    },
    {
      when: { auth_method: ["TOKEN_BASED"] },
      show: ["auth_header_key", "auth_secret"],
      needed: ["auth_header_key", "auth_secret"],
    },
  ],
};
