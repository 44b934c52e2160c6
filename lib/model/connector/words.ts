const SPELLINGS = new Map(
  (
    "ABS API ARN AWS BIM CRM CSV DB DCL DSP DSV EKM FTP G2 GCS GL GRPC HCM HR HTTP HVA ID IDs IP JSON JWT LMS MS " +
    "OAuth PayPal PDB PGP PLM POS RAC REST RFC S3 SAP SAS SASL SFTP SNC TDE TikTok TNS UKG URI URL URLs UUID VTS VWO"
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
    .split("_")
    .filter(Boolean);
  return words
    .map(
      (word, index) =>
        SPELLINGS.get(word.toLowerCase()) ?? (index === 0 ? capital(word) : word.toLowerCase()),
    )
    .join(" ");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
