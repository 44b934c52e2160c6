import { isApiConfigurable, statusName } from "@/lib/model/catalogue/type-words";
import type { ConnectorTypeRow } from "@/lib/model/setup-draft";

/** What is unusual about a type, in a word or two each. */
export function TypeMarks({ type }: { type: ConnectorTypeRow }) {
  const marks = [
    statusName(type.service_status),
    type.connector_class === "lite" ? "Lite" : null,
    isApiConfigurable(type) ? null : "Not by API",
  ].filter((mark) => mark !== null);
  return marks.map((mark) => (
    <span
      key={mark}
      className="shrink-0 whitespace-nowrap rounded-1 border border-line-strong px-1 font-normal text-2xs text-ink-3 leading-4"
    >
      {mark}
    </span>
  ));
}
