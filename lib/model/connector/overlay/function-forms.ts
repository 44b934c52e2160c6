import type { FormOverlay } from "@/lib/model/connector/overlay/form-overlay";

const LABELS = {
  secrets_list: { title: "Secrets", description: "Passed to the code at each run; stored encrypted." },
  "secrets_list.key": { title: "Key" },
  "secrets_list.value": { title: "Value" },
  custom_payloads: { title: "Parameters", description: "Passed to the code in the clear." },
};

export const CONNECTOR_SDK_FORM: FormOverlay = {
  order: ["schema", "package_id", "python_version", "secrets_list"],
  needed: ["package_id"],
  labels: { ...LABELS, package_id: { title: "Package" }, python_version: { example: "3.12" } },
};

export const AWS_LAMBDA_FORM: FormOverlay = {
  order: [
    "schema",
    "function",
    "region",
    "role_arn",
    "sync_method",
    "bucket",
    "secrets_list",
    "custom_payloads",
  ],
  defaults: { sync_method: "DIRECT", connection_type: "Directly", is_private_link_required: false },
  needed: ["function", "region", "role_arn"],
  conditions: [{ when: { sync_method: ["CLOUD_STORAGE"] }, show: ["bucket"], needed: ["bucket"] }],
  retired: ["secrets"],
  labels: {
    ...LABELS,
    function: { title: "Lambda function" },
    sync_method: { title: "Data comes back", description: "In the answer itself, or through a bucket." },
  },
};

export const AZURE_FUNCTION_FORM: FormOverlay = {
  order: ["schema", "function_app", "function_name", "function_key", "connection_method", "secrets_list"],
  defaults: { connection_method: "DIRECT" },
  needed: ["function_app", "function_name", "function_key"],
  retired: ["secrets"],
  labels: LABELS,
};

export const GOOGLE_CLOUD_FUNCTION_FORM: FormOverlay = {
  order: ["schema", "function_trigger", "secrets_list", "custom_payloads"],
  needed: ["function_trigger"],
  retired: ["secrets"],
  labels: { ...LABELS, function_trigger: { title: "Trigger URL" } },
};
