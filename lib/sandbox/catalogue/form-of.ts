import { cutForm, type Form } from "@/lib/model/connector/cut-form";
import { formOverlayOf } from "@/lib/model/connector/overlay/form-overlay-of";
import { configFields } from "@/lib/sandbox/catalogue/config-fields";
import { shapeAt } from "@/lib/sandbox/catalogue/field";
import { serviceOf } from "@/lib/sandbox/catalogue/service";

/** The hand-made form of a connector type, cut to its fields. Undefined for a type without a form, or unknown. */
export function formOf(service: string): Form | undefined {
  const form = formOverlayOf(service);
  const facts = serviceOf(service);
  if (!form || !facts) return undefined;
  const fields = configFields(service, "config").settable;
  return cutForm(form, (path) => {
    const shape =
      shapeAt(fields, path) ??
      (path.startsWith("auth.") ? shapeAt(facts.auth ?? [], path.slice("auth.".length)) : undefined);
    return shape && { options: shape.kind === "enum" ? shape.options : null };
  });
}
