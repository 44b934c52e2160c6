const SPELLINGS = new Map(
  (
    "ABS ADLS ADP AI API APIs APK ARN AWS B2B BI BIM CA CBC CDC CRM CSV DB DCL DSP DSV EBS EDC EKM ERP FTP G2 GA4 GCS GL GRPC HCM HR " +
    "HRIS HTTP HVA HVR IAM IBM ID IDs IP ISO JSON JWT KMS KPI LDAP LMS MFA MS MSK NCR NFS NHS OAuth ODBC OTP PBI PDB PEM PGP PIN PLM POS " +
    "RAC RBAC RDS REST RFC ROI S3 SaaS SAP SAS SASL SDK SFTP SIEM SKU SMB SMS SNC SOAP SP SQL SRV SSH SSL SSO STS TDE TLS TNS UID UKG " +
    "URI URL URLs USA UUID VPC VPN VTS VWO WSDL XML YouTube MySQL PayPal OpenAI NetSuite GitHub LinkedIn TikTok iOS"
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
