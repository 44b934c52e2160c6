import { BUSINESS } from "@/lib/sandbox/catalogue/overlay/business";
import { DATABASES } from "@/lib/sandbox/catalogue/overlay/databases";
import { FILES_AND_STREAMS } from "@/lib/sandbox/catalogue/overlay/files-and-streams";
import { MARKETING } from "@/lib/sandbox/catalogue/overlay/marketing";
import type { Overlay } from "@/lib/sandbox/catalogue/overlay/overlay";
import { WORK_TOOLS } from "@/lib/sandbox/catalogue/overlay/work-tools";

/** Every hand-made entry, by category. */
export const OVERLAYS: readonly Overlay[] = [
  ...DATABASES,
  ...FILES_AND_STREAMS,
  ...MARKETING,
  ...BUSINESS,
  ...WORK_TOOLS,
];

const byId = new Map(OVERLAYS.map((overlay) => [overlay.id, overlay]));

/** The hand-made entry of a connector type; undefined for a type whose facts are derived from its id and fields. */
export function overlayOf(id: string): Overlay | undefined {
  return byId.get(id);
}
