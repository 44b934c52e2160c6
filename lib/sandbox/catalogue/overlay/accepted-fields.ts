import type { ConfigKind } from "@/lib/sandbox/catalogue/config-fields";
import type { Field } from "@/lib/sandbox/catalogue/field";

/** How the App Store was signed in to before it had keys; the Go SDK's end-to-end tests still do. */
const APP_STORE: readonly Field[] = [
  { name: "username", shape: { kind: "string" } },
  { name: "password", shape: { kind: "string", format: "password" } },
];

/** Fields that clients send and Fivetran takes and shows although the document no longer lists them. */
export function acceptedFields(service: string, kind: ConfigKind): readonly Field[] {
  return service === "itunes_connect" && kind === "config" ? APP_STORE : [];
}
