import type { Field, FieldGroup } from "@/lib/model/connector/field";
import { isOfManager } from "@/lib/model/connector/secrets-manager";

export type GroupId = FieldGroup["id"];

export const GROUP_TITLES: readonly (readonly [GroupId, string])[] = [
  ["source", "Source"],
  ["network", "Network"],
  ["sign_in", "Sign-in"],
  ["secrets_manager", "External secrets manager"],
  ["data", "Data"],
  ["files", "Files"],
  ["other", "Other settings"],
];

const NETWORK =
  /^(?:connection_type|connection_method|tunnel_(?:host|port|user)|is_private_link_required|always_encrypted|container_address|host_ip|host_user|abs_(?:container_address|host_ip|host_user|connection_method)|asb_ip)$/;
const FILES =
  /^(?:prefix|pattern|archive_pattern|files|file_\w+|extraction_pattern|compression|on_error|delimiter|csv_delimiter|empty_header|escape_char|non_standard_escape_char|line_separator|null_sequence|quote_char\w*|skip_(?:before|after)|json_delivery_mode|selected_range|append_file_option|list_strategy|sync_nested_files|is_single_table_mode|is_public|export_native_types_as_pdf|sync_permissions|\w*pgp_\w+|signer_public_key|folder|folder_id|folder_path|share_url)$/;
const SOURCE =
  /^(?:hosts?|servers?|bootstrap_servers|database|schema_name|region|\w*_region|aws_region_code|environment|data_center\w*)$/;
const DATA =
  /^(?:update_method|publication_name|replication_slot|replica_id|delete_capture\w*|binary_\w+|backup_\w+|tde_\w+|enable_tde\w*|ekm_\w+|archive_log\w*|schema_registry_\w+|message_type|secrets|secrets_list|custom_payloads|timeframe\w*|\w*histor\w*|backward_\w+|rollback\w*|custom_\w+|packing_mode|packed_mode_\w+|consumer_group|topics|\w*workspace\w*)$|(?:^|_)sync(?:_|$)|(?:^|_)reports?(?:_|$)|window/;
const SIGN_IN =
  /^(?:user|username|user_name|login|email|auth|auth_\w+|\w*authentication_method|access_type|role|role_arn|external_id|client_id|tenant_id|certificate_id|is_keypair|is_private_key_encrypted|security_protocol|sasl_\w+|entra_\w+|use_service_account|access_key_id|windows_auth_\w+|\w*user|\w*username|key_store_type|trust_store_type)$/;

/** The heading that a field of config or auth belongs under. `filed` is whether its type reads files. */
export function groupIdOf(field: Field, filed: boolean): GroupId {
  if (isOfManager(field)) return "secrets_manager";
  if (field.kind === "json") return "other";
  if (field.part === "auth") return "sign_in";
  const { name } = field;
  if (NETWORK.test(name)) return "network";
  if (filed && FILES.test(name)) return "files";
  if (SOURCE.test(name)) return "source";
  if (DATA.test(name)) return "data";
  if (SIGN_IN.test(name) || holdsSecret(field)) return "sign_in";
  return field.kind === "text" || field.kind === "integer" ? "source" : "data";
}

/** Whether a field is a secret or has one inside. */
export function holdsSecret(field: Field): boolean {
  return field.secret || field.kind === "secret_lines" || field.fields.some(holdsSecret);
}
