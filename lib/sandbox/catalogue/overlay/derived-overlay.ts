import { nameFromId } from "@/lib/model/connector/words";
import { fieldNamed } from "@/lib/sandbox/catalogue/field";
import { DATABASE, FILES, LITE } from "@/lib/sandbox/catalogue/overlay/features";
import { knownName } from "@/lib/sandbox/catalogue/overlay/known-names";
import type { ConnectorCategory, Overlay } from "@/lib/sandbox/catalogue/overlay/overlay";
import type { ServiceFacts } from "@/lib/sandbox/catalogue/service";

const CATEGORIES: readonly (readonly [RegExp, ConnectorCategory, string])[] = [
  [
    /(^|_)(ads|dsp|attribution|campaigns?|marketing|analytics|affiliate|tiktok|instagram|seo)(_|$)/,
    "Marketing",
    "a marketing platform",
  ],
  [
    /(^|_)(desk|helpdesk|chat|support|freshchat|contact_center|care)(_|$)/,
    "Support",
    "a customer support platform",
  ],
  [/(^|_)(crm|sales|sell|commerce|store|retail|shop\w*|pos)(_|$)/, "Sales", "a sales platform"],
  [
    /(^|_)(hr|hcm|people|payroll|workforce|talent|learn\w*|lms|recruit\w*|leave|employment)(_|$)/,
    "HumanResources",
    "a platform for people and their work",
  ],
  [
    /(^|_)(books|pay\w*|billing|invoice\w*|expens\w*|accounting|tax|financ\w*|klarna|adaptive)(_|$)/,
    "Finance",
    "a finance platform",
  ],
  [/(^|_)(security|compliance|entra|auth|proofpoint)(_|$)/, "Security", "a security platform"],
  [
    /(^|_)(devops|build\w*|status\w*|logs?|monitor\w*|sonarqube|snyk|compass|incident\w*)(_|$)/,
    "Engineering",
    "a tool for software teams",
  ],
];

const UNSORTED = [null, "API", "an application"] as const;

/** What can be told of a type from its id and its fields alone. */
export function derivedOverlay(facts: ServiceFacts): Overlay {
  const kind = kindOf(facts);
  const page = facts.id.replaceAll("_", "-");
  const common = {
    id: facts.id,
    name: knownName(facts.id) ?? nameFromId(facts.id),
    service_status: "general_availability",
  } as const;
  if (kind === "database") {
    return {
      ...common,
      type: "Database",
      about: "a database",
      docs: `databases/${page}`,
      connector_class: "standard",
      features: DATABASE,
    };
  }
  if (kind === "file") {
    return {
      ...common,
      type: "File",
      about: "a source of files",
      docs: `files/${page}`,
      connector_class: "standard",
      features: FILES,
    };
  }
  const [, type, about] = CATEGORIES.find(([pattern]) => pattern.test(facts.id)) ?? UNSORTED;
  return { ...common, type, about, docs: `applications/${page}`, connector_class: "lite", features: LITE };
}

function kindOf(facts: ServiceFacts): "database" | "file" | "application" {
  const has = (name: string) => fieldNamed(facts.config, name) !== undefined;
  if (facts.schemaFormat === "schema_table_group" && has("file_type")) return "file";
  const reached = has("host") || has("hosts");
  return reached && (has("tunnel_host") || has("agent_host")) && has("user") ? "database" : "application";
}
