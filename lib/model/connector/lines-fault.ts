import type { Field } from "@/lib/model/connector/field";
import { jsonFault } from "@/lib/model/connector/json-fault";

const BEGIN = /-----BEGIN ([A-Z0-9 ]+)-----/;

/**
 * What is wrong with a key or certificate of several lines, null where nothing is. Only what is surely wrong is
 * named: a field without a format takes anything but the wrong sort of PEM. Never repeats the value.
 */
export function linesFault(field: Pick<Field, "name" | "format">, text: string): string | null {
  if (field.format === "json_key" || text.startsWith("{"))
    return keyFileFault(text, field.format === "json_key");
  const label = BEGIN.exec(text)?.[1];
  if (label === undefined) {
    if (field.format !== "pem") return null;
    return "This is not PEM: paste the whole file, from -----BEGIN to -----END.";
  }
  return sortFault(field.name, label) ?? bodyFault(text, label);
}

function sortFault(name: string, label: string): string | null {
  const given = label.includes("PRIVATE KEY")
    ? "private key"
    : label.includes("PUBLIC KEY")
      ? "public key"
      : label.includes("CERTIFICATE")
        ? "certificate"
        : null;
  const wanted = wantedSort(name);
  if (given === null || wanted === null || given === wanted) return null;
  return `This is a ${given}; the ${wanted} is needed.`;
}

function wantedSort(name: string): "private key" | "public key" | "certificate" | null {
  if (/(?:private|pvt)_key|cert_key$|pgp_secret_key/.test(name)) return "private key";
  if (/public_key/.test(name)) return "public key";
  return /cert(?:ificate)?(?:_backup)?$/.test(name) ? "certificate" : null;
}

function bodyFault(text: string, label: string): string | null {
  if (!text.includes(`-----END ${label}-----`)) return "This is cut off: its -----END line is missing.";
  if (label.startsWith("PGP")) return null;
  for (const [, body = ""] of text.matchAll(/-----BEGIN [A-Z0-9 ]+-----([\s\S]*?)-----END /g)) {
    const plain = body.replace(/^[A-Za-z-]+: .*$/gm, "").replace(/\\n|\s/g, "");
    if (plain === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain))
      return "Something between -----BEGIN and -----END is damaged: it is not base64.";
  }
  return null;
}

function keyFileFault(text: string, strict: boolean): string | null {
  const fault = jsonFault(text);
  if (fault !== null || !strict) return fault;
  const key: unknown = JSON.parse(text);
  const has = (name: string) =>
    typeof key === "object" &&
    key !== null &&
    Object.hasOwn(key, name) &&
    (key as Record<string, unknown>)[name] !== "";
  const missing = ["client_email", "private_key"].filter((name) => !has(name));
  return missing.length > 0
    ? `This JSON is not a service account key: it has no ${missing.join(" and no ")}.`
    : null;
}
