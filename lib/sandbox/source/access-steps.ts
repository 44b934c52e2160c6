import { isSecretName } from "@/lib/model/connector/secret-name";
import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import { formOf } from "@/lib/sandbox/catalogue/form-of";
import { destinationServiceOf, serviceOf } from "@/lib/sandbox/catalogue/service";
import {
  type Finding,
  failure,
  PASSED,
  type SetupStep,
  setting,
  timeout,
  warning,
} from "@/lib/sandbox/source/setup-step";
import type { SetupTestInput } from "@/lib/sandbox/source/setup-tests";

// Ways to log in that need no secret among the settings.
const KEYLESS = /^(entra_id|client_certificate|aws_iam|key_pair|oauth2?)$|iam|role|public/i;

const NEEDED = [
  "password",
  "api_key",
  "api_token",
  "api_secret",
  "access_token",
  "personal_access_token",
  "token",
  "access_key_secret",
  "client_secret",
];

const SECRET_NAME = /(password|key|token|secret|pats|key_secret|arn|credentials|connection_string)$/;

const PLACES = [
  "bucket",
  "container_name",
  "folder",
  "folder_id",
  "sheet_id",
  "base_id",
  "project_id",
] as const;

/** Ways to authorise a type without the consent of a person. */
const UNATTENDED = /service_?account|managed_?identity|iam|role/i;

const CHOICES = ["auth_method", "auth_type", "auth_mode", "auth", "authentication_method"];

/** What only a person can grant in the source's own pages, or by handing over what was granted there. */
export const consentStep: SetupStep = {
  title: "Authorization",
  check(input) {
    const usual = formOf(input.service)?.defaults ?? {};
    const unattended = CHOICES.some((name) =>
      UNATTENDED.test(setting(input.config, name) || String(usual[name] ?? "")),
    );
    if (input.consented || unattended || holdsSecret(input.config) || holdsAny(input.auth ?? {}))
      return PASSED;
    return failure("Nobody has authorized Fivetran to read this source yet: complete a connect card.");
  },
};

function holdsSecret(settings: object): boolean {
  return Object.entries(settings).some(([name, value]) =>
    typeof value === "object" && value !== null
      ? holdsSecret(value)
      : (SECRET_NAME.test(name) || isSecretName(name)) && Boolean(value),
  );
}

function holdsAny(settings: object): boolean {
  return Object.values(settings).some((value) =>
    typeof value === "object" && value !== null ? holdsAny(value) : Boolean(value),
  );
}

/** Log-in to a database, through whatever the network steps opened. */
export const databaseStep: SetupStep = {
  title: "Database Connection",
  check(input) {
    const user = setting(input.config, "user");
    if (takes(input, "user") && user === "") return failure("The user is missing.");
    const refused = `The server refused the log-in of ${user || "this user"}.`;
    return missingSecret(input) ?? wrongCredentials(input, refused) ?? PASSED;
  },
};

/** Log-in to an application's API. */
export const apiStep: SetupStep = {
  title: "API Connection",
  check(input) {
    const { faults } = input.conditions;
    if (faults.includes("api_down") || faults.includes("host_down"))
      return timeout("The API did not answer in time.");
    if (faults.includes("host_unknown") || /\.invalid$/i.test(hostOfUrl(input))) {
      return failure("The host of the API is unknown.");
    }
    if (faults.includes("port_closed")) return failure("The API refused the connection.");
    return missingSecret(input) ?? wrongCredentials(input, "The API refused the credentials.") ?? PASSED;
  },
};

/** The place a file source reads from: bucket, container, folder, sheet. */
export const placeStep: SetupStep = {
  title: "File Storage Connection",
  check(input) {
    const place = PLACES.find((name) => takes(input, name));
    if (place && setting(input.config, place) === "") return failure(`The ${place} is missing.`);
    return apiStep.check(input, { fingerprints: [], certificates: [] });
  },
};

export const filesStep: SetupStep = {
  title: "Finding Files",
  check: (input) => permission(input, "The files cannot be listed: permission is missing."),
};

export const permissionStep: SetupStep = {
  title: "Permission Test",
  check: (input) =>
    permission(
      input,
      input.role === "destination"
        ? "The user may not create schemas and tables."
        : "The user may not read all that the connection needs.",
    ),
};

function permission({ conditions }: SetupTestInput, message: string): Finding {
  if (conditions.faults.includes("permission_missing")) return failure(message);
  return conditions.faults.includes("permission_partial") ? warning("Some tables cannot be read.") : PASSED;
}

function wrongCredentials({ config, auth, conditions }: SetupTestInput, message: string): Finding | null {
  const wrong = [config, auth ?? {}].some(holdsWrong);
  return wrong || conditions.faults.includes("credentials_wrong") ? failure(message) : null;
}

/** Whether any setting, at any depth, is the word that stands for bad credentials. */
function holdsWrong(settings: object): boolean {
  return Object.values(settings).some((value) =>
    typeof value === "object" && value !== null ? holdsWrong(value) : value === "wrong",
  );
}

/** A type that takes a key or token and was given nothing of the kind. */
function missingSecret(input: SetupTestInput): Finding | null {
  const needed = NEEDED.find((name) => takes(input, name));
  if (!needed || keyless(input) || asksConsent(input) || input.consented) return null;
  const given = [...Object.entries(input.config), ...Object.entries(input.auth ?? {})].some(
    ([name, value]) => SECRET_NAME.test(name) && (Array.isArray(value) ? value.length > 0 : Boolean(value)),
  );
  return given ? null : failure(`The ${needed} is missing.`);
}

function keyless({ config }: SetupTestInput): boolean {
  return CHOICES.some((name) => KEYLESS.test(setting(config, name)));
}

/** Whether a person has to consent; the log-in to a database is judged by its settings all the same. */
export function asksConsent({ role, service }: Pick<SetupTestInput, "role" | "service">): boolean {
  const { oauth = false, databaseLike = false } = connectorType(service)?.capabilities ?? {};
  return role === "connection" && oauth && !databaseLike;
}

/** Whether the type has a setting of that name at all. */
export function takes({ role, service }: SetupTestInput, name: string): boolean {
  const facts = role === "connection" ? serviceOf(service) : destinationServiceOf(service);
  return facts?.config.some((field) => field.name === name) ?? false;
}

function hostOfUrl({ config }: SetupTestInput): string {
  for (const name of ["base_url", "domain", "host", "sub_domain", "api_url"]) {
    const value = setting(config, name);
    if (value) return value.replace(/^https?:\/\//i, "").replace(/[/:].*$/, "");
  }
  return "";
}
