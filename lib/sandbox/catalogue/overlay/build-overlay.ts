import type { ConnectorCategory, Features, Overlay } from "@/lib/sandbox/catalogue/overlay/overlay";

type Extra = Partial<Pick<Overlay, "docs" | "connector_class" | "service_status">>;
type Section = "applications" | "databases" | "files" | "events" | "functions";

/** `build(id, name, about, since, extra)`: one line for each type of a category. `extra.docs` is the page's last part. */
export function overlayBuilder(type: ConnectorCategory, section: Section, features: Features) {
  return (
    id: string,
    name: string,
    about: string,
    since: string,
    extra: Extra & { features?: Features } = {},
  ): Overlay => ({
    id,
    name,
    type,
    about,
    service_status_updated_at: since,
    connector_class: "standard",
    service_status: "general_availability",
    features,
    ...extra,
    docs: `${section}/${extra.docs ?? id.replaceAll("_", "-")}`,
  });
}
