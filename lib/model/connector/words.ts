import { capital } from "@/lib/model/names";

const SPELLINGS = new Map(
  (
    "ABS API ARN AWS BIM CRM CSV DB DCL DSP DSV EKM ESM FTP G2 GCS GL GRPC HCM HMAC HR HTTP HVA IAM ID IDs IP JSON JWT " +
    "LMS MS OAuth PayPal PDB PDF PGP PLM POS RAC REST RFC S3 SAP SAS SASL SCRAM SFTP SHA SNC SSH TDE TikTok TLS TNS " +
    "TSV UKG URI URL URLs UUID VTS VWO WAL XML"
  )
    .split(" ")
    .map((word) => [word.toLowerCase(), word]),
);
const SMALL = new Set(["and", "by", "for", "from", "in", "of", "on", "the", "to", "via"]);

/** "google_ads" reads "Google Ads": a name for a type that nobody has named. */
export function nameFromId(id: string): string {
  const words = id.split("_").filter(Boolean);
  return words
    .map((word, index) => SPELLINGS.get(word) ?? (index > 0 && SMALL.has(word) ? word : capital(word)))
    .join(" ");
}

/** "client_id" reads "Client ID": a title for a field that nobody has named. */
export function titleFromField(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/(?<=^|_)svc_acc(?=_|$)/, "service_account")
    .replace(/(?<=^|_)pvt_key(?=_|$)/, "private_key")
    .split("_")
    .filter(Boolean);
  return words
    .map(
      (word, index) =>
        SPELLINGS.get(word.toLowerCase()) ?? (index === 0 ? capital(word) : word.toLowerCase()),
    )
    .join(" ");
}

const WORDS = new Set(["all", "any", "day", "new", "off", "old", "one", "raw", "six", "ten", "two", "yes"]);
const OPTION_LABELS = new Map([
  ["PrivateLink", "Private link"],
  ["WAL_PGOUTPUT", "Write-ahead log (pgoutput)"],
  ["QUERY_BASED", "Queries"],
  ["BINLOG", "Binary log"],
  ["TELEPORT", "Fivetran Teleport"],
  ["ServiceAccount", "Service account"],
  ["UsePackedModeOnly", "As one JSON column"],
  ["UseUnpackedModeOnly", "As one column per field"],
]);

/** "SSH_TUNNEL" and "SshTunnel" read "SSH tunnel": a label for a value of an enum. Values with other marks stay as they are. */
export function optionLabel(value: string): string {
  const known = OPTION_LABELS.get(value);
  if (known !== undefined) return known;
  const spelled = SPELLINGS.get(value.toLowerCase());
  if (spelled !== undefined) return spelled;
  // Currencies, countries and other codes are known by their letters as they are.
  const code = /^(?:[A-Za-z]{1,3}|[A-Za-z]*\d\w*)$/.test(value) && !WORDS.has(value.toLowerCase());
  if (code || /[^A-Za-z0-9_]/.test(value)) return value;
  const words = value
    .replaceAll("OAuth", "_oauth_")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .split("_")
    .filter(Boolean)
    .map((word) => word.toLowerCase());
  return words.map((word, index) => SPELLINGS.get(word) ?? (index === 0 ? capital(word) : word)).join(" ");
}
