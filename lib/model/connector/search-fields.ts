import type { ConnectorForm } from "@/lib/model/connector/connector-form";
import type { Field } from "@/lib/model/connector/field";
import { type FieldAnswer, fieldAnswers } from "@/lib/model/connector/field-answers";

/** What else people call fields: each word finds the fields whose name matches. */
const ALIASES: readonly (readonly [words: string, names: RegExp])[] = [
  ["ssh bastion jump tunnel", /^tunnel_|^host_(?:ip|user)$/],
  ["ssh tunnel private link vpn proxy network vpc", /^connection_(?:type|method)$/],
  ["ssl tls encryption encrypted", /^always_encrypted$/],
  ["cdc replication change binlog wal logminer incremental", /^update_method$/],
  ["slot", /^replication_slot$/],
  ["login username account", /^user(?:name)?$/],
  ["passwd pwd secret credential", /password|secret|token|_key$/],
  [
    "server hostname address endpoint url",
    /^(?:host|hosts|server|servers|server_url|base_url|endpoint\w*|domain|sub_?domain)$/,
  ],
  ["db", /^database$/],
  ["iam role aws", /role_arn|^aws_/],
  ["oauth client app", /^client_(?:id|secret|access)$/],
  ["key pair pem certificate", /private_key|certificate|cert$|is_keypair/],
  ["gpg encrypted files decrypt", /pgp|signer/],
  ["separator csv", /delimiter|separator|quote|escape/],
  ["header", /empty_header|skip_before/],
  ["folder directory path", /^prefix$|folder|path$/],
  ["regex glob filename", /pattern/],
  ["history backfill lookback start date since", /histor|backward|timeframe|start_date/],
  ["refresh late attribution", /window/],
  ["quota rate limit throttle", /api_usage|api_quota|rate_limit|rest_api_limit|requests_per/],
  ["external secrets manager vault aws azure hashicorp esm", /^external_secrets_manager_id$/],
  ["secrets environment variables env", /^secrets/],
  ["parameters payload arguments", /custom_payloads/],
  ["name destination", /^(?:schema|schema_prefix|table|table_group_name)$/],
  ["formula computed", /formula/],
  ["deletes deleted", /delete|use_webhooks/],
  ["json unpack packed nested", /pack|json_delivery|sync_type/],
];

export interface FieldSearch {
  readonly fields: Field[];
  readonly answers: FieldAnswer[];
}

/**
 * The fields that a text finds, best first, by name, label, help, option or what else they are called; and an answer
 * where the text is a setting that Fivetran's API does not have.
 */
export function searchFields(form: ConnectorForm, text: string): FieldSearch {
  const words = plain(text).split(" ").filter(Boolean);
  if (words.length === 0) return { fields: [], answers: [] };
  const fields = [...form.by_path.values()].filter((field) => !field.readonly);
  const scored = fields
    .map((field) => ({ field, score: Math.min(...words.map((word) => scoreOf(field, word, words))) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const names = fields.map(({ name }) => name);
  return {
    fields: scored.map(({ field }) => field),
    answers: fieldAnswers(form.service, names, text, (scored[0]?.score ?? 0) >= NAMED),
  };
}

const NAMED = 5;

function scoreOf(field: Field, word: string, all: readonly string[]): number {
  const name = plain(field.name);
  if (name === all.join(" ")) return 6;
  if (starts(name, word)) return NAMED;
  if (starts(plain(field.label), word)) return 4;
  if (ALIASES.some(([words, names]) => names.test(field.name) && starts(words, word))) return 3;
  if (field.options.some(({ value, label }) => starts(plain(value), word) || starts(plain(label), word)))
    return 2;
  return word.length > 2 && starts(plain(field.help), word) ? 1 : 0;
}

/** Whether a word of the text starts so. */
function starts(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
