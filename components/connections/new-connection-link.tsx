import { Plus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

/** The way to the catalogue of connector types. */
export function NewConnectionLink() {
  return (
    <ButtonLink look="primary" href="/connections/new">
      <Plus aria-hidden="true" />
      New connection
    </ButtonLink>
  );
}
