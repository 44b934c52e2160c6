import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field, SettingsValues } from "@/lib/model/connector/field";
import { holdsSecret } from "@/lib/model/connector/field-group";
import { fieldOfMessage } from "@/lib/model/connector/field-of-message";
import { settableFields } from "@/lib/model/connector/settable-fields";
import { shownPaths } from "@/lib/model/connector/shown-paths";
import type { SetupTest } from "@/lib/model/setup-test";

/** What the words of a failed test are about, the first that holds, and the names of the fields that decide on it. */
const SUBJECTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/auth fail|tunnel user/i, ["tunnel_user"]],
  [/ssh|tunnel/i, ["tunnel_host", "host"]],
  [/certificate|\btls\b|\bssl\b|encrypt/i, ["always_encrypted"]],
  [/private link/i, ["private_link_id"]],
  [
    /bucket|container|folder|sheet|file/i,
    ["bucket", "container_name", "folder", "folder_id", "sheet_id", "prefix"],
  ],
  [/publication/i, ["publication_name"]],
  [/replication slot|\bslot\b/i, ["replication_slot"]],
];
const SIGN_IN = /log-?in|credential|password|secret|token|api key|unauthori[sz]ed|access denied|permission/i;
const PLACE = /host|port|address|unknown|time|timeout|timed out|reach|network|refused/i;
const PLACE_NAMES = ["host", "hosts", "server_host_name", "base_url", "domain", "sub_domain", "port"];

/**
 * The path of the setting that a failed setup test most likely speaks of: the field it names, else by what its words
 * are about, among the fields that are asked for. Null where nothing fits.
 */
export function fieldOfTest(
  form: ConnectorForm,
  values: SettingsValues,
  { title, message }: Pick<SetupTest, "title" | "message">,
): string | null {
  const words = `${message ?? ""} ${title}`;
  const named = fieldOfMessage(form, message ?? "");
  if (named !== null) return named;
  const shown = shownPaths(form, values);
  const fields = settableFields(form).filter(({ path, immutable }) => shown.has(path) && !immutable);
  const first = (names: readonly string[]) =>
    names.flatMap((name) => fields.filter((field) => field.name === name))[0]?.path;
  for (const [about, names] of SUBJECTS) {
    const found = about.test(words) ? first(names) : undefined;
    if (found) return found;
  }
  const told = message || title;
  if (SIGN_IN.test(told)) {
    const secret = secretOf(fields);
    if (secret) return secret;
  }
  if (PLACE.test(words)) {
    const place = first(PLACE_NAMES);
    if (place) return place;
  }
  return secretOf(fields) ?? null;
}

function secretOf(fields: readonly Field[]): string | undefined {
  const secrets = fields.filter(holdsSecret);
  return (
    secrets.find(({ needed }) => needed) ??
    secrets.find(({ name }) => name === "password") ??
    secrets[0]
  )?.path;
}
